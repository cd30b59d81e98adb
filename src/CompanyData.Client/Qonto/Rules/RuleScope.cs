using System.Text.Json.Nodes;

namespace CompanyData.Qonto;

/// <summary>A value within a registration, with its JSON pointer. Rules report their findings here.</summary>
internal sealed class RuleScope(JsonNode? node, string pointer, ICollection<QontoFinding> findings)
{
    public JsonNode? Node { get; } = node;

    public JsonObject? Object => Node as JsonObject;

    public bool IsPresent => Node is not null;

    /// <summary>The value as text; null if it is absent, not a scalar, or only white space.</summary>
    public string? Text => Node is JsonValue value ? value.ToString() is { } text && text.Trim().Length > 0 ? text : null : null;

    public bool IsTrue => Node is JsonValue value && value.TryGetValue(out bool flag) && flag;

    /// <summary>The items of a list; empty if the value is not a list.</summary>
    public IEnumerable<RuleScope> Items => Node is JsonArray list ? list.Select((item, index) => new RuleScope(item, $"{pointer}/{index}", findings)) : [];

    /// <summary>A field of this object, which may be absent.</summary>
    public RuleScope this[string field]
        => new(Object is { } map && map.TryGetPropertyValue(field, out JsonNode? value) ? value : null, $"{pointer}/{Escape(field)}", findings);

    public void Report(string rule, string message, string remedy) => findings.Add(new(pointer, rule, message, remedy));

    public void Require(string rule, string what)
    {
        if (Text is null)
        {
            Report(rule, $"{what} is missing", $"Give {what}.");
        }
    }

    public void OneOf(string rule, IReadOnlyCollection<string> values)
    {
        if (IsPresent && !(Text is { } text && values.Contains(text, StringComparer.Ordinal)))
        {
            Report(rule, $"'{Text}' is not an allowed value", $"Use one of: {string.Join(", ", values)}.");
        }
    }

    private static string Escape(string field) => field.Replace("~", "~0").Replace("/", "~1");
}
