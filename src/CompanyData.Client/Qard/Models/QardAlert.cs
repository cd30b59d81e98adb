using System.Text.Json;
using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>What a monitoring alert tells a webhook: <c>{events: {add[], remove[], update[]}}</c>. Source: qard.md, alerts [docs].</summary>
public sealed class QardAlert : ApiObject
{
    private const string EventsField = "events";

    public ValueList<QardAlertEvent> Added { get; } = [];

    public ValueList<QardAlertEvent> Removed { get; } = [];

    public ValueList<QardAlertEvent> Updated { get; } = [];

    [JsonIgnore]
    public int Count => Added.Count + Removed.Count + Updated.Count;

    public override string ToString() => $"{Added.Count} added, {Removed.Count} removed, {Updated.Count} updated";

    /// <exception cref="ArgumentException">The body is not an alert's.</exception>
    public static QardAlert Parse(byte[] body)
    {
        try
        {
            new Utf8Validator().Add(body);
            using JsonDocument document = JsonDocument.Parse(body);
            return From(document.RootElement.Clone());
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            throw new ArgumentException("The body is not JSON.", exception);
        }
    }

    private static QardAlert From(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(EventsField, out JsonElement events) || events.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException("The body has no object 'events', which every alert has.");
        }

        QardAlert alert = new() { Extension = new(StringComparer.Ordinal) };
        foreach (JsonProperty kind in events.EnumerateObject())
        {
            if (alert.Find(LenientText.ReadName(kind)) is { } list)
            {
                list.AddRange(QardAlertEvent.Read(kind.Value));
            }
            else
            {
                alert.Keep(kind);
            }
        }

        foreach (JsonProperty field in json.EnumerateObject().Where(field => LenientText.ReadName(field) != EventsField))
        {
            alert.Keep(field);
        }

        return alert;
    }

    private ValueList<QardAlertEvent>? Find(string kind) => kind switch
    {
        "add" => Added,
        "remove" => Removed,
        "update" => Updated,
        _ => null,
    };

    private void Keep(JsonProperty field) => Extension![LenientText.ReadName(field)] = field.Value;
}
