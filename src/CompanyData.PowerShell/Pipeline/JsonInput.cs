using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompanyData.Pipeline;

/// <summary>What users type or pipe, as JSON: hashtables, custom objects, lists, text and numbers.</summary>
internal static class JsonInput
{
    /// <exception cref="ArgumentException">It is no JSON object.</exception>
    public static JsonObject Parse(string json, string source)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw new ArgumentException($"{source} holds no JSON object.");
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"{source} is no JSON: {exception.Message}", exception);
        }
    }

    /// <exception cref="ArgumentException">A value is of a kind that JSON has no form for.</exception>
    public static JsonNode? ToNode(object? value)
    {
        object? plain = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        return plain switch
        {
            null => null,
            JsonNode node => node.DeepClone(),
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            SwitchParameter flag => JsonValue.Create(flag.IsPresent),
            DateTime date => JsonValue.Create(date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "o", CultureInfo.InvariantCulture)),
            Uri uri => JsonValue.Create(uri.OriginalString),
            int or long or short or byte => JsonValue.Create(Convert.ToInt64(plain, CultureInfo.InvariantCulture)),
            decimal or double or float => JsonValue.Create(Convert.ToDecimal(plain, CultureInfo.InvariantCulture)),
            IDictionary table => FromTable(table),
            PSObject custom => new JsonObject(custom.Properties.Select(property => new KeyValuePair<string, JsonNode?>(property.Name, ToNode(property.Value)))),
            IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(ToNode)]),
            _ => throw new ArgumentException($"A {plain.GetType().Name} has no form in JSON; use text, numbers, true/false, hashtables and lists."),
        };
    }

    public static JsonObject FromTable(IDictionary table)
    {
        JsonObject map = [];
        foreach (DictionaryEntry entry in table)
        {
            map[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty] = ToNode(entry.Value);
        }

        return map;
    }
}
