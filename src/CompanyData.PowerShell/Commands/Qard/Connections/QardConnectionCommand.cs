using System.Management.Automation;
using CompanyData.Completion;

namespace CompanyData.Commands.Qard;

/// <summary>A Qard command for one data connection per input.</summary>
public abstract class QardConnectionCommand : QardPipelineCommand
{
    /// <summary>The id of the connection's user.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The id of the connection's user.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public string UserId { get; set; } = string.Empty;

    /// <summary>The connection's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The connection's id.", Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("DataConnectionId", "Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(QardConnectionCompleter))]
    public string ConnectionId { get; set; } = string.Empty;

    protected override object? Target => ConnectionId;

    /// <summary>Rejects piped users, which also have an id.</summary>
    protected override void Prepare()
    {
        if (ConnectionId == UserId)
        {
            throw new ArgumentException($"'{UserId}' is a user, not a connection. Use the output of Get-QardDataConnection.");
        }
    }
}
