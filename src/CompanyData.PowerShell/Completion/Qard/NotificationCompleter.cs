using System.Collections;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the names of monitoring alerts.</summary>
public sealed class NotificationCompleter : ItemCompleter<QardClient, QardNotification>
{
    private protected override ServiceEntry Service => ServiceEntry.Qard;

    protected override IAsyncEnumerable<QardNotification> ReadAsync(QardClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Account.ListNotificationsAsync(cancellationToken);

    protected override (string? Value, string Tooltip) Offer(QardNotification item, string parameterName) => (item.Name, $"{item.Name}");
}
