using System.Management.Automation;
using System.Text.Json;

namespace CompanyData.Commands.Webhooks;

/// <summary>A webhook's JSON as an object with properties.</summary>
internal static class EventReader
{
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static object Read(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return ToObject(document.RootElement) ?? string.Empty;
    }

    private static object? ToObject(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ToCustomObject(element),
        JsonValueKind.Array => element.EnumerateArray().Select(ToObject).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out long whole) ? whole : element.TryGetDecimal(out decimal number) ? number : element.GetRawText(),
        _ => null,
    };

    private static PSObject ToCustomObject(JsonElement element)
    {
        PSObject custom = new();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            custom.Properties.Add(new PSNoteProperty(property.Name, ToObject(property.Value)));
        }

        return custom;
    }
}
