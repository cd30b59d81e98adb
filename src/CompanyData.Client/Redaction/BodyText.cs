using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CompanyData.Redaction;

/// <summary>
/// A body as it may be shown to somebody who looks for a fault: its shape and the fields that say how the exchange went. Names, addresses,
/// numbers of accounts, amounts and everything else that is about people or money is hidden, and so is every field that is not on the list.
/// </summary>
internal static class BodyText
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxShown = 4000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // Neither code nor state: to some services they are one-time codes and the state of an OAuth exchange.
    private static readonly HashSet<string> Visible = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "uuid", "user_id", "id_user", "connection_id", "id_connection", "data_connection_id", "id_account", "connector_uuid", "id_connector",
        "siren", "provider", "provider_name", "data_type", "data_types", "status", "type", "error_code", "enabled", "active",
        "page", "per_page", "current_page", "total_pages", "total", "total_count", "limit", "offset", "count",
        "created_at", "updated_at", "last_update", "next_try", "expires_in", "event", "event_type",
    };

    /// <param name="text">Its first characters.</param>
    /// <param name="isCut">Whether more followed.</param>
    /// <param name="secrets">None of them appears, wherever it stands.</param>
    public static string Sanitise(string text, bool isCut, IReadOnlyCollection<Secret> secrets)
    {
        if (text.Length == 0)
        {
            return "(empty)";
        }

        string shown = Read(text, out bool isWhole) is { } json
            ? json + (isWhole && !isCut ? string.Empty : "…")
            : $"({text.Length}{(isCut ? " and more" : string.Empty)} characters that are no JSON)";
        shown = Redactor.Text(shown, secrets);
        return shown.Length <= MaxShown ? shown : Redactor.CutText(shown.Substring(0, MaxShown), secrets) + "…";
    }

    private static string? Read(string text, out bool isWhole)
    {
        using MemoryStream buffer = new();
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text.TrimEnd('\uFFFD')), isFinalBlock: false, state: default);
        isWhole = false;
        bool found = false;
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            try
            {
                string? name = null;
                while (reader.Read())
                {
                    found |= reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
                    Copy(ref reader, writer, ref name);
                    isWhole = reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
                }
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                isWhole = false;
            }
        }

        return found ? Encoding.UTF8.GetString(buffer.ToArray()) : null;
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer, ref string? name)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                name = reader.GetString()!;
                writer.WritePropertyName(name);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray when name is not null && Redactor.IsSecret(name):
                writer.WriteStringValue(Redactor.Mask);
                name = reader.TrySkip() ? null : throw new JsonException();
                break;
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                name = null;
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                name = null;
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                name = null;
                break;
            case JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null:
                writer.WriteRawValue(Encoding.UTF8.GetString(reader.ValueSpan.ToArray()), skipInputValidation: true);
                break;
            case JsonTokenType.String when IsShown(name):
                writer.WriteStringValue(reader.GetString());
                break;
            case JsonTokenType.Number when IsShown(name):
                writer.WriteRawValue(Encoding.UTF8.GetString(reader.ValueSpan.ToArray()), skipInputValidation: true);
                break;
            default:
                writer.WriteStringValue(Redactor.Mask);
                break;
        }
    }

    private static bool IsShown(string? name) => name is not null && Visible.Contains(name) && !Redactor.IsSecret(name);
}
