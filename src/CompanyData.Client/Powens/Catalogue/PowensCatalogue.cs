using System.Text.Json;
using System.Text.Json.Nodes;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Reads connectors, and reads and changes the configuration of the domain.</summary>
public sealed class PowensCatalogue
{
    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensCatalogue(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET /connectors [seed]: public, no token is sent.</summary>
    /// <param name="countries">ISO country codes; empty for all.</param>
    /// <param name="expand">Further resources to include, such as <c>fields</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public IAsyncEnumerable<PowensConnector> ListConnectorsAsync(
        IReadOnlyCollection<string> countries, IReadOnlyCollection<string> expand, CancellationToken cancellationToken)
        => _reader.ReadAsync(
            ApiRequest.Get(ApiPath.WithQuery("connectors", ("country_codes", List(countries)), ("expand", List(expand))), "list the connectors"),
            PowensJsonContext.Default.PowensPagePowensConnector,
            connector => connector.Uuid ?? connector.Id,
            cancellationToken);

    /// <summary>GET /connectors/{id or uuid} [seed].</summary>
    public Task<PowensConnector> GetConnectorAsync(string idOrUuid, IReadOnlyCollection<string> expand, CancellationToken cancellationToken)
        => _transport.SendAsync(
            ApiRequest.Get(ApiPath.WithQuery(ApiPath.Create($"connectors/{idOrUuid}"), ("expand", List(expand))), "read the connector", idOrUuid),
            PowensJsonContext.Default.PowensConnector,
            cancellationToken);

    /// <summary>GET /config [seed]: "all the parameters you can change".</summary>
    public Task<IReadOnlyDictionary<string, object?>> GetConfigurationAsync(CancellationToken cancellationToken)
        => _reader.ReadValuesAsync(PowensRequest.Read("config", "read the configuration", scope: PowensScope.Config), cancellationToken);

    /// <summary>POST /config [docs].</summary>
    public Task SetConfigurationAsync(string name, JsonNode? value, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Change("config", "change the configuration", name, new JsonObject { [name] = value }, PowensScope.Config),
            cancellationToken);

    internal static string? List(IReadOnlyCollection<string> values) => values.Count == 0 ? null : string.Join(",", values);
}
