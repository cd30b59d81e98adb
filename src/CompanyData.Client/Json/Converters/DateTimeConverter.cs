using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>
/// Times without a zone, <c>yyyy-MM-dd HH:mm:ss</c>, and dates, <c>yyyy-MM-dd</c> (qard.md, [seed]). They stay unzoned and are
/// never shifted; where a zone comes along, the clock's reading is kept and the zone left out.
/// </summary>
internal sealed class DateTimeConverter : JsonConverter<DateTime?>
{
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException();
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return TryParse(text, out DateTime value) ? value : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options) => writer.WriteStringValue(ToText(value));

    /// <summary>A lenient reader takes '10:30' for today and '01/02/2024' for the second of January; only the year first is a date here.</summary>
    internal static bool TryParse(string? text, out DateTime value)
    {
        value = default;
        if (text?.Trim() is not { Length: >= 10 } trimmed || trimmed[4] != '-' || trimmed[7] != '-'
            || !DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset parsed))
        {
            return false;
        }

        value = DateTime.SpecifyKind(parsed.DateTime, DateTimeKind.Unspecified);
        return true;
    }

    internal static string? ToText(DateTime? value) => value?.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
