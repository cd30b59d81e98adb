using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>
/// Reads times without a time zone, <c>yyyy-MM-dd HH:mm:ss</c>, and dates, <c>yyyy-MM-dd</c> (qard.md, [seed]). They stay
/// unspecified and are never converted; if there is a time zone, it is dropped and the local time is kept.
/// </summary>
internal sealed class DateTimeConverter : JsonConverter<DateTime?>
{
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (PlainTime.TryRead(ref reader, out DateTime plain))
        {
            return plain;
        }

        string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException();
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return TryParse(text, out DateTime value) ? value : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options) => writer.WriteStringValue(ToText(value));

    internal static bool TryParse(string? text, out DateTime value)
    {
        bool isDate = TryParseOffset(text, out DateTimeOffset parsed);
        value = DateTime.SpecifyKind(parsed.DateTime, DateTimeKind.Unspecified);
        return isDate;
    }

    /// <summary>
    /// Accepts only text that starts with the year. A lenient parser would read '10:30' as today and '01/02/2024' as 2 January. Without a time
    /// zone the text is taken for UTC.
    /// </summary>
    internal static bool TryParseOffset(string? text, out DateTimeOffset value)
    {
        value = default;
        return text?.Trim() is { Length: >= 10 } trimmed && trimmed[4] == '-' && trimmed[7] == '-'
            && DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    internal static string? ToText(DateTime? value) => value?.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
