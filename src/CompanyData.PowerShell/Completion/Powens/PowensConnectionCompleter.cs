using System.Collections;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the connections of the user in the command line, otherwise of the session's own.</summary>
public sealed class PowensConnectionCompleter : ItemCompleter<PowensClient, PowensConnection>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;

    protected override IAsyncEnumerable<PowensConnection> ReadAsync(PowensClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Connections.ListAsync(Completions.PowensUser(bound), [], cancellationToken);

    protected override (string? Value, string Tooltip) Offer(PowensConnection item, string parameterName)
        => (item.Id, $"connector {item.IdConnector}: {item.Problem ?? "ok"}");
}
