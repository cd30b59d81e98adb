using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CompanyData.Redaction;

/// <summary>What can be read of a JSON text that is cut off or malformed, with the same fields hidden as in a whole one.</summary>
internal static class BrokenJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <returns>Null where it has no field and no text, and so is no JSON at all.</returns>
    public static string? Read(string json)
    {
        using MemoryStream buffer = new();
        bool found = false;
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            Utf8JsonReader reader = new(bytes, isFinalBlock: false, state: default);
            Stack<bool> visible = new();
            string? name = null;
            try
            {
                while (reader.Read())
                {
                    found |= reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String;
                    Copy(ref reader, writer, visible, ref name);
                }

                if (IsShown(visible, name) && (name is null || !Redactor.IsSecret(name)))
                {
                    int end = (int)reader.BytesConsumed;
                    writer.WriteStringValue(Encoding.UTF8.GetString(bytes, end, bytes.Length - end).TrimStart(' ', ':', ',', '"'));
                }
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                // As far as it goes.
            }
        }

        return found ? Encoding.UTF8.GetString(buffer.ToArray()) + "…" : null;
    }

    private static bool IsShown(Stack<bool> visible, string? name)
        => (visible.Count > 0 && visible.Peek()) || (name is not null && Redactor.IsVisible(name));

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer, Stack<bool> visible, ref string? name)
    {
        bool shown = IsShown(visible, name);
        bool secret = name is not null && Redactor.IsSecret(name);
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                name = reader.GetString()!;
                writer.WritePropertyName(name);
                return;
            case JsonTokenType.StartObject or JsonTokenType.StartArray when secret:
                writer.WriteStringValue(Redactor.Mask);
                name = reader.TrySkip() ? null : throw new JsonException();
                return;
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                visible.Push(shown);
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                visible.Push(shown);
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                visible.Pop();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                visible.Pop();
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(shown && !secret ? reader.GetString() : Redactor.Mask);
                break;
            default:
                writer.WriteRawValue(secret ? $"\"{Redactor.Mask}\"" : Encoding.UTF8.GetString(reader.ValueSpan.ToArray()), skipInputValidation: true);
                break;
        }

        name = null;
    }
}
