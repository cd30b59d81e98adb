using System.Text.Json;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>One thing that an alert tells. Its fields are not published: each of them is kept. Source: qard.md, alerts [docs].</summary>
public sealed class QardAlertEvent : ApiObject
{
    /// <summary>The event as text, where it is not an object.</summary>
    public string? Text { get; set; }

    public override string ToString() => Text ?? GetAdditionalFields().ToString();

    /// <summary>A list of events, or a single one; null is none.</summary>
    internal static IEnumerable<QardAlertEvent> Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => json.EnumerateArray().Select(From),
        _ => [From(json)],
    };

    private static QardAlertEvent From(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new() { Extension = json.EnumerateObject().GroupBy(LenientText.ReadName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal) },
        JsonValueKind.String => new() { Text = LenientText.Read(json) },
        _ => new() { Text = json.GetRawText() },
    };
}
