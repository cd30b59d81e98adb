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

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));

    internal static bool TryParse(string? text, out DateTime value)
    {
        // A lenient reader takes '10:30' for today and '01/02/2024' for the second of January; only the year first is a date here.
        DateTimeOffset parsed = default;
        bool isDate = BeginsWithADate(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out parsed);
        value = DateTime.SpecifyKind(parsed.DateTime, DateTimeKind.Unspecified);
        return isDate;
    }

    internal static string? Format(DateTime? value) => value?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static bool BeginsWithADate(string? text) => text?.TrimStart() is { Length: >= 10 } date && date[4] == '-' && date[7] == '-';
}
