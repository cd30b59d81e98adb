using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Removes a connection with all that came from it; this cannot be undone.</summary>
[Cmdlet(VerbsCommon.Remove, "PowensConnection", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePowensConnectionCommand : PowensConnectionCommand
{
    protected override string Change => $"Remove the Powens connection '{ConnectionId}' with all that came from it, for good";

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => powens.Connections.RemoveAsync(User, ConnectionId, cancellationToken);
}
