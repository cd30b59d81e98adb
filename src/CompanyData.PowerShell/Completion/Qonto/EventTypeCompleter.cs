using System.Collections;
using CompanyData.Qonto;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the types of existing events.</summary>
public sealed class EventTypeCompleter : ItemCompleter<QontoClient, QontoEvent>
{
    private protected override ServiceEntry Service => ServiceEntry.Qonto;

    protected override IAsyncEnumerable<QontoEvent> ReadAsync(QontoClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Events.ListAsync(cancellationToken);

    protected override (string? Value, string Tooltip) Offer(QontoEvent item, string parameterName)
        => (item.EventType, $"{item.EventType}");
}
