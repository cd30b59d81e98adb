using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>Reads both <c>{value, currency}</c> and a bare number; services send both.</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return DecimalConverter.ReadDecimal(ref reader) is { } bare ? new Money(bare, null) : null;
        }

        (decimal? value, string? currency) = AmountReader.Read(ref reader, DecimalConverter.ReadDecimal);
        return value is { } number ? new Money(number, currency) : null;
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => Write(writer, value);

    internal static void Write(Utf8JsonWriter writer, Money value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("value"u8, value.Value);
        writer.WriteString("currency"u8, value.Currency);
        writer.WriteEndObject();
    }
}
