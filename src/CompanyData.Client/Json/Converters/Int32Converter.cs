using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>Whole numbers, also quoted or written with decimals that are zero, such as <c>12.0</c>; empty text is null.</summary>
internal sealed class Int32Converter : JsonConverter<int?>
{
    /// <exception cref="JsonException">It is not a whole number, or too large.</exception>
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => DecimalConverter.ReadDecimal(ref reader) is not { } number ? null
            : number >= int.MinValue && number <= int.MaxValue && decimal.Truncate(number) == number ? (int)number
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
