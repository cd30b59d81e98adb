using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Removes a user with all its data.</summary>
[Cmdlet(VerbsCommon.Remove, "QardUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveQardUserCommand : QardUserCommand
{
    protected override string Change => $"Remove the Qard user '{UserId}' with all its connections and data";

    protected override Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => qard.Users.RemoveAsync(UserId, cancellationToken);
}
