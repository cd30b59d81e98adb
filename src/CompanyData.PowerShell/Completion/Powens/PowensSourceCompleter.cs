using System.Collections;
using System.Runtime.CompilerServices;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the sources of the connection that the line names, else of all of the user's.</summary>
public sealed class PowensSourceCompleter : ItemCompleter<PowensClient, PowensConnectionSource>
{
    private static readonly string[] Sources = ["sources"];

    private protected override ServiceEntry Service => ServiceEntry.Powens;

    protected override async IAsyncEnumerable<PowensConnectionSource> ReadAsync(
        PowensClient client, IDictionary bound, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? wanted = bound["ConnectionId"]?.ToString();
        await foreach (PowensConnection connection in client.Connections.ListAsync(Completions.PowensUser(bound), Sources, cancellationToken).ConfigureAwait(false))
        {
            foreach (PowensConnectionSource source in connection.Sources.Where(_ => string.IsNullOrEmpty(wanted) || connection.Id == wanted))
            {
                yield return source;
            }
        }
    }

    protected override (string? Value, string Tooltip) Offer(PowensConnectionSource item, string parameterName)
        => (item.Id, $"{item.Name} of connection {item.ConnectionId}");
}
