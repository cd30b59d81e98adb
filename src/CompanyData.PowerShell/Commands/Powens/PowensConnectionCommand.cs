using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Sessions;

namespace CompanyData.Commands.Powens;

/// <summary>A Powens command for one connection per input.</summary>
public abstract class PowensConnectionCommand : PowensUserDataCommand
{
    /// <summary>The connection's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The connection's id.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Id]
    [Alias("IdConnection")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public virtual string ConnectionId { get; set; } = string.Empty;

    protected override object? Target => ConnectionId;
}
