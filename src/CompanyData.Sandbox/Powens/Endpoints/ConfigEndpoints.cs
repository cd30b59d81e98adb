using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>The configuration [seed] and the secret of signed webhooks [seen]: config scope only.</summary>
internal sealed class ConfigEndpoints(PowensState state)
{
    private long _webhooks;

    public IEnumerable<Route> Routes =>
    [
        new("GET", "config", Read),
        new("POST", "config", Change),
        new("POST", "webhooks/auth", AddWebhookSecret),
    ];

    private static bool Contains(string text, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, CompareOptions.IgnoreCase) >= 0;

    /// <summary>That <c>search</c> looks at the keys alone is [inferred].</summary>
    private HttpResponseMessage Read(SandboxCall call)
    {
        state.Access.RequireScope(call, PowensScope.Config);
        return Write(call.Query["search"]);
    }

    private HttpResponseMessage Change(SandboxCall call)
    {
        state.Access.RequireScope(call, PowensScope.Config);
        var body = new PowensBody(call);
        foreach (var name in body.Names)
        {
            state.Config[name] = body.Find(name)!.Value;
        }

        return Write(search: null);
    }

    private HttpResponseMessage Write(string? search) => Reply.Json(json =>
    {
        json.WriteStartObject();
        foreach (var pair in state.Config.Where(pair => string.IsNullOrEmpty(search) || Contains(pair.Key, search!)))
        {
            json.WritePropertyName(pair.Key);
            pair.Value.WriteTo(json);
        }

        json.WriteEndObject();
    });

    private HttpResponseMessage AddWebhookSecret(SandboxCall call)
    {
        state.Access.RequireScope(call, PowensScope.Config);
        var body = new PowensBody(call);
        var type = call.Query["type"] ?? body.Text("type") ?? throw PowensException.Missing(["type"]);
        var name = call.Query["name"] ?? body.Text("name") ?? throw PowensException.Missing(["name"]);
        if (type is not "hmac_signature")
        {
            throw PowensException.Invalid("type", "it must be hmac_signature");
        }

        var id = ++_webhooks;
        return Reply.Json(json => WriteWebhookSecret(json, id, type, name));
    }

    private void WriteWebhookSecret(Utf8JsonWriter json, long id, string type, string name)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteString("type", type);
        json.WriteString("name", name);
        json.WriteStartObject("config");
        json.WriteString("secret_key", $"sandbox-webhook-secret-{Hash.Compute(state.Options.Seed, "powens webhook", id):x16}");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
