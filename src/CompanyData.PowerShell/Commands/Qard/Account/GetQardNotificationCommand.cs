using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Lists the monitoring alerts that users can be subscribed to with Set-QardUser -Notification.</summary>
[Cmdlet(VerbsCommon.Get, "QardNotification")]
[OutputType(typeof(QardNotification))]
public sealed class GetQardNotificationCommand : QardCommand
{
    /// <summary>An alert's name; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NotificationCompleter))]
    public string Name { get; set; } = "*";

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        NameFilter named = new(Name);
        await output.WriteAllAsync(qard.Account.ListNotificationsAsync(cancellationToken), alert => named.Matches(alert.Name)).ConfigureAwait(false);
        EnsureFound(named, "notification");
    }
}
