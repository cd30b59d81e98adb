using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Revokes the user token of the session; calls that need it fail afterwards.</summary>
[Cmdlet(VerbsSecurity.Revoke, "PowensToken", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RevokePowensTokenCommand : PowensCommand
{
    protected override string Change => "Revoke the user token of the Powens session";

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => powens.Access.RevokeAsync(cancellationToken);
}
