using System.Collections;
using System.Runtime.CompilerServices;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the connections of the user in the command line.</summary>
public sealed class QardConnectionCompleter : ItemCompleter<QardClient, QardDataConnection>
{
    private protected override ServiceEntry Service => ServiceEntry.Qard;

    protected override async IAsyncEnumerable<QardDataConnection> ReadAsync(
        QardClient client, IDictionary bound, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (bound["UserId"]?.ToString() is not { Length: > 0 } user)
        {
            yield break;
        }

        await foreach (QardDataConnection connection in client.Connections.ListAsync(user, cancellationToken).ConfigureAwait(false))
        {
            yield return connection;
        }
    }

    protected override (string? Value, string Tooltip) Offer(QardDataConnection item, string parameterName)
        => (item.Id, $"{item.ProviderName}: {item.Status}");
}
