using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>What anybody may read: connectors [seed], account types and currencies [docs].</summary>
internal static class ConnectorEndpoints
{
    public static IEnumerable<Route> Routes =>
    [
        new("GET", "connectors", List),
        new("GET", "connectors/{connector}", Read),
        new("GET", "account_types", _ => ListTypes()),
        new("GET", "currencies", _ => ListCurrencies()),
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

    private static HttpResponseMessage ListTypes() => Reply.Json(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("accounttypes");
        for (var i = 0; i < AccountCatalog.Types.Count; i++)
        {
            var type = AccountCatalog.Types[i];
            json.WriteStartObject();
            json.WriteNumber("id", i + 1);
            json.WriteString("name", type);
            json.WriteNull("id_parent");
            json.WriteBoolean("is_invest", AccountCatalog.IsInvestment(type));
            json.WriteString("display_name", type);
            json.WriteString("display_name_p", $"{type}s");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static HttpResponseMessage ListCurrencies() => Reply.Json(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("currencies");
        foreach (var currency in PowensCurrency.All)
        {
            currency.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
