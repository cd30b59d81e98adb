using System.Text.Json;

namespace CompanyData.Sandbox.Http;

/// <summary>Reads fields of a body: an absent or null field is null, a field of the wrong type is rejected with 422.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement body, string name) => body.Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw ApiException.Invalid($"{name} must be a text.", name),
    };

    public static string RequiredText(this JsonElement body, string name) =>
        body.Text(name) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw ApiException.Invalid($"{name} is required.", name);

    public static bool? Flag(this JsonElement body, string name) => body.Find(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw ApiException.Invalid($"{name} must be true or false.", name),
    };

    public static IReadOnlyList<string>? TextList(this JsonElement body, string name)
    {
        if (body.Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            throw ApiException.Invalid($"{name} must be a list of texts.", name);
        }

        return [.. value.EnumerateArray().Select(item => item.GetString()!)];
    }

    public static JsonElement? Find(this JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
