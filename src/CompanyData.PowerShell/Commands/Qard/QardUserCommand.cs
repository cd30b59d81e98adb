using System.Management.Automation;
using CompanyData.Completion;

namespace CompanyData.Commands.Qard;

/// <summary>A Qard command for one user per input.</summary>
public abstract class QardUserCommand : QardPipelineCommand
{
    /// <summary>The user's id; binds from piped users, connections, synchronisations and results.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The id of the user.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [UserId]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public virtual string UserId { get; set; } = string.Empty;

    protected override object? Target => UserId;
}
