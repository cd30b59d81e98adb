using System.Collections;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the connections of the user in the command line.</summary>
public sealed class QardConnectionCompleter : ItemCompleter<QardClient, QardDataConnection>
{
    private protected override ServiceEntry Service => ServiceEntry.Qard;

    protected override IAsyncEnumerable<QardDataConnection>? ReadAsync(QardClient client, IDictionary bound, CancellationToken cancellationToken)
        => bound["UserId"]?.ToString() is { Length: > 0 } user ? client.Connections.ListAsync(user, cancellationToken) : null;

    protected override (string? Value, string Tooltip) Offer(QardDataConnection item, string parameterName)
        => (item.Id, $"{item.ProviderName}: {item.Status}");
}
