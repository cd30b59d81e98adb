using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Removes a connection with all its data; this cannot be undone.</summary>
[Cmdlet(VerbsCommon.Remove, "PowensConnection", DefaultParameterSetName = "ConnectionId", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePowensConnectionCommand : PowensConnectionCommand
{
    /// <inheritdoc/>
    [Parameter(Mandatory = true, HelpMessage = "The connection's id.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ConnectionId")]
    [Id]
    [Alias("IdConnection")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public override string ConnectionId { get; set; } = string.Empty;

    /// <summary>Short for -ConnectionId. Does not bind from the pipeline, because piped objects have an Id of another kind.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The connection's id.", ParameterSetName = "Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string Id { get => ConnectionId; set => ConnectionId = value; }

    protected override string Change => $"Remove the Powens connection '{ConnectionId}' with all its data permanently";

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => powens.Connections.RemoveAsync(User, ConnectionId, cancellationToken);
}
