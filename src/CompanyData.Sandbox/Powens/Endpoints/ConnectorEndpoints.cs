using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>Connectors, which anybody may read. [seed]</summary>
internal static class ConnectorEndpoints
{
    public static IEnumerable<Route> Routes =>
    [
        new("GET", "connectors", List),
        new("GET", "connectors/{connector}", Read),
    ];

    private static HttpResponseMessage List(SandboxCall call)
    {
        var expand = call.Query.Expand();
        var countries = call.Query["country_codes"]?.Split(',');
        var connectors = MagicConnectors.All
            .Where(connector => countries?.Contains(connector.Country, StringComparer.OrdinalIgnoreCase) != false)
            .ToList();
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("connectors");
            connectors.ForEach(connector => ConnectorWriter.Write(json, connector, expand));
            json.WriteEndArray();
            json.WriteNumber("total", connectors.Count);
            json.WriteEndObject();
        });
    }

    private static HttpResponseMessage Read(SandboxCall call)
    {
        var connector = MagicConnectors.Find(call.Values[0]) ?? throw ApiException.NotFound("Connector");
        return connector.IsHtmlPage
            ? PowensErrors.HtmlPage()
            : Reply.Json(json => ConnectorWriter.Write(json, connector, call.Query.Expand()));
    }
}
