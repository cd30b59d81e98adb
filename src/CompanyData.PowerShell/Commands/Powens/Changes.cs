using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace CompanyData.Commands.Powens;

/// <summary>The fields of a change: those that were given.</summary>
internal static class Changes
{
    /// <exception cref="ArgumentException">None was given.</exception>
    public static JsonObject From(params (string Name, object? Value)[] fields)
    {
        JsonObject change = [];
        foreach ((string name, object? value) in fields)
        {
            switch (value)
            {
                case null:
                    break;
                case bool flag:
                    change[name] = flag;
                    break;
                case JsonNode node:
                    change[name] = node;
                    break;
                default:
                    change[name] = value.ToString();
                    break;
            }
        }

        return change.Count > 0 ? change : throw new ArgumentException("Nothing to change: give one of the parameters that say what.");
    }

    /// <summary>A value as JSON has it.</summary>
    /// <exception cref="ArgumentException">JSON has nothing like it.</exception>
    public static JsonNode? ToNode(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        SwitchParameter flag => JsonValue.Create(flag.IsPresent),
        double or float or decimal => JsonValue.Create(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        int or long or short or byte => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        IDictionary map => new JsonObject(map.Cast<DictionaryEntry>().Select(pair => new KeyValuePair<string, JsonNode?>($"{pair.Key}", ToNode(pair.Value)))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(ToNode)]),
        var other => throw new ArgumentException($"A value is text, a number, true/false, a list or a table of them, not a {other.GetType().Name}."),
    };

    public static string Describe(JsonObject change) => string.Join(", ", change.Select(field => $"{field.Key}={field.Value}"));
}
