using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Creates a (billable) user and emits its id and token.</summary>
[Cmdlet(VerbsCommon.New, "PowensUser", SupportsShouldProcess = true)]
[OutputType(typeof(PowensUserToken))]
public sealed class NewPowensUserCommand : PowensCommand
{
    protected override string Change => "Create a Powens user, which is billable";

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync(new PowensUserToken(await powens.Access.CreateUserAsync(cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
}
