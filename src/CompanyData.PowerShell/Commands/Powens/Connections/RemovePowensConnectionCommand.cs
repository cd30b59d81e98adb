using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Removes a connection with all its data; this cannot be undone.</summary>
[Cmdlet(VerbsCommon.Remove, "PowensConnection", DefaultParameterSetName = "ConnectionId", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePowensConnectionCommand : PowensConnectionOrIdCommand
{
    protected override string Change => $"Remove the Powens connection '{ConnectionId}' with all its data permanently";

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => powens.Connections.RemoveAsync(User, ConnectionId, cancellationToken);
}
