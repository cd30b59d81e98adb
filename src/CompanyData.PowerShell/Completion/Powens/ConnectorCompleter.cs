using System.Collections;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the uuids, ids and names of connectors, also from a part of the name.</summary>
public sealed class ConnectorCompleter : ItemCompleter<PowensClient, PowensConnector>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;

    protected override IAsyncEnumerable<PowensConnector> ReadAsync(PowensClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Catalogue.ListConnectorsAsync([], [], cancellationToken);

    protected override (string? Value, string Tooltip) Offer(PowensConnector item, string parameterName) => parameterName switch
    {
        "Id" => (item.Id, $"{item.Name}"),
        "Name" => (item.Name, $"{item.Capabilities}"),
        _ => (item.Uuid, $"{item.Name}"),
    };
}
