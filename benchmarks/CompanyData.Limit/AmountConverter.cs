using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Limit;

internal sealed class AmountConverter : JsonConverter<Amount>
{
    public override Amount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return new(reader.GetDecimal(), null);
        }

        decimal value = 0;
        string? currency = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            bool isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (isValue)
            {
                value = reader.GetDecimal();
            }
            else
            {
                currency = reader.GetString();
            }
        }

        return new(value, currency);
    }

    public override void Write(Utf8JsonWriter writer, Amount value, JsonSerializerOptions options) => throw new NotSupportedException();
}
