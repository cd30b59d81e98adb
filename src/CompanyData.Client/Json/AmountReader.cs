using System.Text.Json;

namespace CompanyData.Json;

/// <summary>Reads the object form of amounts, <c>{value, currency}</c>; other fields are ignored.</summary>
internal static class AmountReader
{
    public delegate T FieldReader<out T>(ref Utf8JsonReader reader);

    /// <param name="reader">Positioned at the start of the object; positioned at its end on return.</param>
    /// <param name="readValue">Reads the value of the <c>value</c> field.</param>
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
                currency = TextPool.Read(ref reader);
            }
            else
            {
                // Skip throws on a non-final buffer, although a converter is always given the complete value.
                _ = reader.TrySkip();
            }
        }

        return (value, currency);
    }
}
