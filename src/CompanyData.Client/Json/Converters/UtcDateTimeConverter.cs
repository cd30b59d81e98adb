using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>Times that are documented as UTC: one without a zone is UTC, one with a zone is converted.</summary>
internal sealed class UtcDateTimeConverter : JsonConverter<DateTime?>
{
    /// <exception cref="JsonException">It is not a date.</exception>
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (PlainTime.TryRead(ref reader, out DateTime plain))
        {
            return DateTime.SpecifyKind(plain, DateTimeKind.Utc);
        }

        string? text = reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.GetString(),
            _ => throw new JsonException(),
        };
        return string.IsNullOrWhiteSpace(text) ? null
            : DateTimeConverter.TryParseOffset(text, out DateTimeOffset time) ? time.UtcDateTime
            : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options)
        => writer.WriteStringValue(value?.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
}
