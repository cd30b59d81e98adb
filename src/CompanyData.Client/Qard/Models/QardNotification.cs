using System.Text.Json;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A monitoring alert that users can be subscribed to. Source: GET /notification [docs].</summary>
public sealed class QardNotification : ApiObject
{
    private const string NameField = "name";

    public string? Name { get; set; }

    public override string ToString() => Name ?? string.Empty;

    /// <summary>A name alone, or an object that has one; which of them comes is not published.</summary>
    internal static QardNotification From(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return new() { Name = Text(json) };
        }

        QardNotification alert = new() { Extension = new(StringComparer.Ordinal) };
        foreach (JsonProperty field in json.EnumerateObject())
        {
            string name = LenientText.ReadName(field);
            if (name == NameField)
            {
                alert.Name = Text(field.Value);
            }
            else
            {
                alert.Extension[name] = field.Value;
            }
        }

        return alert;
    }

    private static string? Text(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => LenientText.Read(json),
        _ => json.GetRawText(),
    };
}
