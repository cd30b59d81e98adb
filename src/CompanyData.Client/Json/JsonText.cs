using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompanyData.Json;

/// <summary>JSON that a person wrote.</summary>
public static class JsonText
{
    /// <param name="json">The text.</param>
    /// <param name="source">What it is, for the error.</param>
    /// <exception cref="ArgumentException">It is no JSON object, or one that cannot be sent.</exception>
    public static JsonObject ParseObject(string json, string source)
    {
        try
        {
            JsonObject map = JsonNode.Parse(json) as JsonObject ?? throw new ArgumentException($"{source} holds no JSON object.");
            Touch(map);
            return map;
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"{source} is no JSON: {Redactor.Text(exception.Message, [])}", exception);
        }
    }

    /// <summary>Nodes are read when they are first looked at: what is wrong inside shows here and not half way.</summary>
    private static void Touch(JsonObject map)
    {
        try
        {
            foreach (JsonNode? _ in All(map))
            {
                // Looking is enough.
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new ArgumentException($"A field comes twice, or half a character stands in a text: {Redactor.Text(exception.Message, [])}", exception);
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
