using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompanyData.Json;

/// <summary>Parses JSON written by a user.</summary>
public static class JsonText
{
    /// <param name="json">The JSON text.</param>
    /// <param name="source">Where the text comes from, as the start of an error message.</param>
    /// <exception cref="ArgumentException">The text is not a JSON object, has duplicate fields, or has text with a lone surrogate.</exception>
    public static JsonObject ParseObject(string json, string source)
    {
        try
        {
            JsonObject map = JsonNode.Parse(json) as JsonObject ?? throw new ArgumentException($"{source} is not a JSON object.");
            Touch(map);
            return map;
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"{source} is not JSON: {Redactor.Text(exception.Message, [])}", exception);
        }
    }

    /// <summary>Visits all nodes. JsonNode parses lazily; this raises errors here instead of halfway through a later operation.</summary>
    private static void Touch(JsonObject map)
    {
        try
        {
            foreach (JsonNode? _ in All(map))
            {
                // Enumerating is enough.
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new ArgumentException($"The JSON has a duplicate field or a text with half a character: {Redactor.Text(exception.Message, [])}", exception);
        }
    }

    private static IEnumerable<JsonNode?> All(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(field => All(field.Value)),
        JsonArray list => list.SelectMany(All),
        JsonValue value when value.TryGetValue(out string? _) => [value],
        _ => [node],
    };
}
