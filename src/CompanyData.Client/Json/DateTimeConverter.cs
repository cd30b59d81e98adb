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
    private const string Format = "yyyy-MM-dd HH:mm:ss";

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

        // A lenient reader takes '10:30' for today and '01/02/2024' for the second of January; only the year first is a date here.
        return BeginsWithADate(text!.TrimStart())
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset parsed)
            ? DateTime.SpecifyKind(parsed.DateTime, DateTimeKind.Unspecified)
            : throw new JsonException();
    }

    private static bool BeginsWithADate(string text) => text.Length >= 10 && text[4] == '-' && text[7] == '-';

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value?.ToString(Format, CultureInfo.InvariantCulture));
}
