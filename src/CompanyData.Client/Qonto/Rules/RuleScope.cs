using System.Text.Json.Nodes;

namespace CompanyData.Qonto;

/// <summary>A place within a registration, as rules see it: its value, its JSON pointer, and where findings go.</summary>
internal sealed class RuleScope(JsonNode? node, string pointer, ICollection<QontoFinding> findings)
{
    public JsonNode? Node { get; } = node;

    public JsonObject? Object => Node as JsonObject;

    public bool IsPresent => Node is not null;

    /// <summary>Its text; null where there is none, or only white space.</summary>
    public string? Text => Node is JsonValue value ? value.ToString() is { } text && text.Trim().Length > 0 ? text : null : null;

    public bool IsTrue => Node is JsonValue value && value.TryGetValue(out bool flag) && flag;

    /// <summary>The items of a list, each with its own pointer; none where it is no list.</summary>
    public IEnumerable<RuleScope> Items => Node is JsonArray list ? list.Select((item, index) => new RuleScope(item, $"{pointer}/{index}", findings)) : [];

    /// <summary>A field of this object, whether it is there or not.</summary>
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
            Report(rule, $"'{Text}' is none of the values that are taken", $"Use one of: {string.Join(", ", values)}.");
        }
    }

    private static string Escape(string field) => field.Replace("~", "~0").Replace("/", "~1");
}
