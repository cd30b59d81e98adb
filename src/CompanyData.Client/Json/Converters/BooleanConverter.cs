using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>Reads true and false, also as 1 and 0 or as text; empty text is null.</summary>
internal sealed class BooleanConverter : JsonConverter<bool?>
{
    /// <exception cref="JsonException">The value is not a boolean.</exception>
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => TextConverter.ReadText(ref reader)?.Trim().ToUpperInvariant() switch
        {
            null or "" => null,
            "1" or "TRUE" => true,
            "0" or "FALSE" => false,
            _ => throw new JsonException(),
        },
    };

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } flag)
        {
            writer.WriteBooleanValue(flag);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
