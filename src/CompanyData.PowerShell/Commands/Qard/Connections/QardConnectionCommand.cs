using System.Management.Automation;
using CompanyData.Completion;

namespace CompanyData.Commands.Qard;

/// <summary>A Qard command about one data connection per input.</summary>
public abstract class QardConnectionCommand : QardPipelineCommand
{
    /// <summary>The id of the user whose connection it is.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The id of the user whose connection it is.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public string UserId { get; set; } = string.Empty;

    /// <summary>The connection's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The connection's id.", Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("DataConnectionId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(QardConnectionCompleter))]
    public string ConnectionId { get; set; } = string.Empty;

    protected override object? Target => ConnectionId;
}
