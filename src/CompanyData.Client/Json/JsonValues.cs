using System.Text.Json;

namespace CompanyData.Json;

/// <summary>Converts JSON to plain objects and back.</summary>
internal static class JsonValues
{
    public static object? ToObject(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => LenientText.Read(element),
        JsonValueKind.Number => ToNumber(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => new ValueList<object?>(element.EnumerateArray().Select(ToObject)),
        JsonValueKind.Object => ToMap(element),
        _ => null,
    };

    /// <summary>Writes a value returned by <see cref="ToObject"/>.</summary>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case Money money:
                MoneyConverter.Write(writer, money);
                break;
            case FieldMap map:
                writer.WriteStartObject();
                foreach (KeyValuePair<string, object?> field in map)
                {
                    writer.WritePropertyName(field.Key);
                    Write(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
            case ValueList<object?> list:
                writer.WriteStartArray();
                list.ForEach(item => Write(writer, item));
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    /// <summary>Whole numbers become long, others decimal; a number that fits neither stays text.</summary>
    private static object ToNumber(JsonElement element)
        => element.TryGetInt64(out long whole) ? whole
            : element.TryGetDecimal(out decimal number) ? number
            : element.GetRawText();

    private static object ToMap(JsonElement element)
    {
        FieldMap map = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            map[LenientText.ReadName(property)] = ToObject(property.Value);
        }

        return (object?)Money.From(map) ?? map;
    }
}
