using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Removes a data connection with all its data.</summary>
[Cmdlet(VerbsCommon.Remove, "QardDataConnection", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveQardDataConnectionCommand : QardConnectionCommand
{
    protected override string Change => $"Remove the Qard data connection '{ConnectionId}' with all its data";

    protected override Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => qard.Connections.RemoveAsync(UserId, ConnectionId, cancellationToken);
}
