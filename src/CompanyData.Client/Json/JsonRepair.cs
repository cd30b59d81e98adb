using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace CompanyData.Json;

/// <summary>
/// Repairs a response in which single values have an unexpected type. Such a value moves to a separate field: its property stays
/// empty, the raw value stays visible, and everything else is read. Only used for responses that cannot be read directly.
/// </summary>
internal static class JsonRepair
{
    /// <summary>Suffix of the field with the raw value: <c>birth_date_raw</c> shows as <c>BirthDateRaw</c>.</summary>
    public const string RawSuffix = "_raw";

    /// <param name="body">A response that could not be read.</param>
    /// <param name="types">The expected types: an object type, a list type, or both.</param>
    /// <returns>The repaired JSON; null if the response is not JSON or has another shape.</returns>
    public static byte[]? TryRepair(ReadOnlySpan<byte> body, params JsonTypeInfo[] types)
    {
        try
        {
            string text = LenientText.ReplaceLoneSurrogates(Encoding.UTF8.GetString(body.ToArray()));
            using JsonDocument document = JsonDocument.Parse(text);
            JsonNode? root = ToNode(document.RootElement);
            JsonTypeInfo? type = Array.Find(types, candidate => root is JsonArray == ElementType(candidate.Type) is not null);
            return root is not null && type is not null && Repair(root, type) ? JsonSerializer.SerializeToUtf8Bytes(root) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or RegexMatchTimeoutException)
        {
            // Truncated or malformed JSON cannot be repaired.
            return null;
        }
    }

    /// <summary>Copies an element. Of duplicate fields the last one wins, as in deserialization.</summary>
    private static JsonNode? ToNode(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(ToNode)]);
            case JsonValueKind.Object:
                JsonObject item = [];
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    item[property.Name] = ToNode(property.Value);
                }

                return item;
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    private static bool Repair(JsonNode node, JsonTypeInfo type)
    {
        if (CanRead(node, type))
        {
            return true;
        }

        if (node is JsonArray list && ElementType(type.Type) is { } element)
        {
            JsonTypeInfo elementType = type.Options.GetTypeInfo(element);
            return list.All(item => item is null || Repair(item, elementType)) && CanRead(node, type);
        }

        if (node is not JsonObject item || type.Kind != JsonTypeInfoKind.Object)
        {
            return false;
        }

        foreach (JsonPropertyInfo property in type.Properties.Where(property => !property.IsExtensionData))
        {
            if (item.TryGetPropertyValue(property.Name, out JsonNode? value) && !Repair(type, property, value))
            {
                item.Remove(property.Name);
                if (!IsEmpty(value))
                {
                    item[property.Name + RawSuffix] = value;
                }
            }
        }

        return CanRead(node, type);
    }

    private static bool Repair(JsonTypeInfo type, JsonPropertyInfo property, JsonNode? value)
        => CanRead(type, property, value)
            || (value is not null && Repair(value, type.Options.GetTypeInfo(property.PropertyType)) && CanRead(type, property, value));

    /// <summary>Reads an object with only this property, so that the property's own converter is used.</summary>
    private static bool CanRead(JsonTypeInfo type, JsonPropertyInfo property, JsonNode? value)
        => CanRead(new JsonObject { [property.Name] = value?.DeepClone() }, type);

    private static bool CanRead(JsonNode node, JsonTypeInfo type)
    {
        try
        {
            node.Deserialize(type);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsEmpty(JsonNode? value) => value is null || (value is JsonValue text && text.TryGetValue(out string? content) && content.Trim().Length == 0);

    /// <summary>Returns the element type of a list type; null for any other type.</summary>
    private static Type? ElementType(Type type)
        => type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(List<>) || type.GetGenericTypeDefinition() == typeof(ValueList<>))
            ? type.GetGenericArguments()[0]
            : null;
}
