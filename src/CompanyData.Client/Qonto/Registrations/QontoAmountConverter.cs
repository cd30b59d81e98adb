using System.Text.Json;
using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>Reads both <c>{value, currency}</c> and bare text or numbers; the seed shows both.</summary>
internal sealed class QontoAmountConverter : JsonConverter<QontoAmount>
{
    public override QontoAmount? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return TextConverter.ReadText(ref reader) is { } bare ? new QontoAmount(bare, null) : null;
        }

        (string? value, string? currency) = AmountReader.Read(ref reader, TextConverter.ReadText);
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
