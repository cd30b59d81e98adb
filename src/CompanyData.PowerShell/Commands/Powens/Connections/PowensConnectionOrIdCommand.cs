using System.Management.Automation;
using CompanyData.Completion;

namespace CompanyData.Commands.Powens;

/// <summary>A command for one connection per input, whose id can also be given as -Id.</summary>
public abstract class PowensConnectionOrIdCommand : PowensConnectionCommand
{
    /// <inheritdoc/>
    [Parameter(Mandatory = true, HelpMessage = "The connection's id.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ConnectionId")]
    [Id]
    [Alias("IdConnection")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public sealed override string ConnectionId { get; set; } = string.Empty;

    /// <summary>Short for -ConnectionId. Does not bind from the pipeline, because piped objects have an Id of another kind.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The connection's id.", ParameterSetName = "Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string Id { get => ConnectionId; set => ConnectionId = value; }
}
