using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CompanyData.Json;

/// <summary>Reads a list. A single item becomes a list with one item, and empty text an empty list.</summary>
internal sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
    where T : class
{
    /// <exception cref="JsonException">An item has an unexpected type.</exception>
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ValueList<T> list = [];
        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty && reader.ValueSequence.IsEmpty)
        {
            return list;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Add(ref reader, list, options);
            return list;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Add(ref reader, list, options);
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (T item in value)
        {
            JsonSerializer.Serialize(writer, item, TypeInfo(options));
        }

        writer.WriteEndArray();
    }

    private static void Add(ref Utf8JsonReader reader, ValueList<T> list, JsonSerializerOptions options)
    {
        if (JsonSerializer.Deserialize(ref reader, TypeInfo(options)) is { } item)
        {
            list.Add(item);
        }
    }

    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
