using System.Text.Json;

namespace CompanyData.Sandbox.Powens.Inferred;

/// <summary>What /config holds at the start. That it is an object of keys and values is [docs], these keys are [inferred].</summary>
internal static class ConfigTable
{
    /// <summary>Whether the domain tells who holds an account.</summary>
    public const string Ownerships = "account_ownerships.enabled";

    private const string Start = """
        {
          "account_ownerships.enabled": true,
          "autosync.frequency": "24",
          "biapi.domain": "sandbox.biapi.pro",
          "biapi.max_connections_per_user": 50,
          "callback.redirect_uri": "https://app.example.test/callback",
          "connectors.hidden_by_default": false,
          "transactions.months_to_fetch": 12,
          "webview.languages": ["fr", "en"],
          "webview.theme": null
        }
        """;

    public static IEnumerable<KeyValuePair<string, JsonElement>> Read()
    {
        using var document = JsonDocument.Parse(Start);
        return document.RootElement.EnumerateObject()
            .Select(property => new KeyValuePair<string, JsonElement>(property.Name, property.Value.Clone()))
            .ToList();
    }
}
