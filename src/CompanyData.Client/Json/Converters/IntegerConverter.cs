using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>Reads whole numbers, also as text or with zero decimals, such as <c>12.0</c>; empty text is null.</summary>
/// <param name="min">The smallest value of <typeparamref name="T"/>.</param>
/// <param name="max">The largest value of <typeparamref name="T"/>.</param>
/// <param name="convert">Converts a whole number in this range.</param>
internal abstract class IntegerConverter<T>(decimal min, decimal max, Func<decimal, T> convert) : JsonConverter<T?>
    where T : struct, IConvertible
{
    /// <exception cref="JsonException">The value is not a whole number, or out of range.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => DecimalConverter.ReadDecimal(ref reader) is not { } number ? null
            : number >= min && number <= max && decimal.Truncate(number) == number ? convert(number)
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number.ToDecimal(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
