using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>Reads <c>{value, currency}</c> and a bare number alike; both have been seen.</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return DecimalConverter.ReadDecimal(ref reader) is { } bare ? new Money(bare, null) : null;
        }

        decimal? value = null;
        string? currency = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            bool isValue = reader.ValueTextEquals("value"u8);
            bool isCurrency = reader.ValueTextEquals("currency"u8);
            reader.Read();
            if (isValue)
            {
                value = DecimalConverter.ReadDecimal(ref reader);
            }
            else if (isCurrency)
            {
                currency = TextConverter.ReadText(ref reader);
            }
            else
            {
                _ = reader.TrySkip();
            }
        }

        return value is { } number ? new Money(number, currency) : null;
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("value"u8, value.Value);
        writer.WriteString("currency"u8, value.Currency);
        writer.WriteEndObject();
    }
}
