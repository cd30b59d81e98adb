using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>The configuration [seed] and its changes [docs 2021]: config scope only.</summary>
internal sealed class ConfigEndpoints(PowensState state)
{
    private readonly List<ConfigurationChange> _changes = [];

    public IEnumerable<Route> Routes =>
    [
        new("GET", "config", Read),
        new("POST", "config", Change),
        new("GET", "config/logs", ListChanges),
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
            var value = body.Find(name)!.Value;
            _changes.Add(new(_changes.Count + 1, name, state.Config.TryGetValue(name, out var previous) ? previous : null, value, state.Now));
            state.Config[name] = value;
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

    private HttpResponseMessage ListChanges(SandboxCall call)
    {
        state.Access.RequireScope(call, PowensScope.Config);
        var (from, to, search) = (call.Query.Date("min_date"), call.Query.Date("max_date"), call.Query["search"]);
        var rows = _changes
            .Where(change => string.IsNullOrEmpty(search) || Contains(change.Key, search!))
            .Where(change => call.Query["type"] is not { } type || string.Equals(change.Type, type, StringComparison.Ordinal))
            .Where(change => ParisTime.IsWithin(change.At, from, to))
            .ToList();
        return PowensReply.List("configlogs", rows, (json, change) =>
        {
            json.WriteNumber("id", change.Id);
            json.WriteString("key", change.Key);
            WriteValue(json, "previous_value", change.Previous);
            WriteValue(json, "new_value", change.New);
            json.WriteString("type", change.Type);
            json.WriteTimeOrNull("timestamp", change.At);
        });
    }

    private static void WriteValue(Utf8JsonWriter json, string name, JsonElement? value)
        => json.WriteString(name, value is { ValueKind: not JsonValueKind.Null } given ? given.ToString() : null);
}
