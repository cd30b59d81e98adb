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
            JsonObject map = JsonNode.Parse(json.TrimStart('\uFEFF')) as JsonObject ?? throw new ArgumentException($"{source} is not a JSON object.");
            Touch(map);
            return map;
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"{source} is not JSON: {Describe(exception)}", exception);
        }
    }

    /// <summary>The framework's text without its advice for programmers, and with line and position counted from 1.</summary>
    private static string Describe(JsonException exception)
    {
        string text = exception.Message.Split([" LineNumber:", " Change the reader options", " Path:"], StringSplitOptions.None)[0];
        string position = exception.LineNumber is { } line ? $" (line {line + 1}, position {exception.BytePositionInLine + 1})" : string.Empty;
        return $"{Redactor.Text(text.TrimEnd('.', ' '), [])}{position}.";
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
