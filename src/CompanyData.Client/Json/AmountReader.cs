using System.Text.Json;

namespace CompanyData.Json;

/// <summary>Reads the object form of amounts, <c>{value, currency}</c>; further fields are passed over.</summary>
internal static class AmountReader
{
    public delegate T FieldReader<out T>(ref Utf8JsonReader reader);

    /// <param name="reader">At the start of the object; at its end afterwards.</param>
    /// <param name="readValue">Reads the value.</param>
    public static (T? Value, string? Currency) Read<T>(ref Utf8JsonReader reader, FieldReader<T> readValue)
    {
        T? value = default;
        string? currency = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            bool isValue = reader.ValueTextEquals("value"u8);
            bool isCurrency = reader.ValueTextEquals("currency"u8);
            reader.Read();
            if (isValue)
            {
                value = readValue(ref reader);
            }
            else if (isCurrency)
            {
                currency = TextConverter.ReadText(ref reader);
            }
            else
            {
                // Skip itself refuses a buffer that is not the last, although the converter is given the whole value.
                _ = reader.TrySkip();
            }
        }

        return (value, currency);
    }
}
