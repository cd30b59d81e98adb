using System.Text.Json;
using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>Reads <c>{value, currency}</c> and bare text or numbers alike; the seed shows both.</summary>
internal sealed class QontoAmountConverter : JsonConverter<QontoAmount>
{
    public override QontoAmount? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return TextConverter.ReadText(ref reader) is { } bare ? new QontoAmount(bare, null) : null;
        }

        string? value = null;
        string? currency = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            bool isValue = reader.ValueTextEquals("value"u8);
            bool isCurrency = reader.ValueTextEquals("currency"u8);
            reader.Read();
            if (isValue)
            {
                value = TextConverter.ReadText(ref reader);
            }
            else if (isCurrency)
            {
                currency = TextConverter.ReadText(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return value is null ? null : new QontoAmount(value, currency);
    }

    public override void Write(Utf8JsonWriter writer, QontoAmount value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("value"u8, value.Value);
        writer.WriteString("currency"u8, value.Currency ?? "EUR");
        writer.WriteEndObject();
    }
}
