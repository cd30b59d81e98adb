using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>Reads any JSON value.</summary>
internal sealed class FlexibleValueConverter : JsonConverter<FlexibleValue>
{
    public override FlexibleValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return new(JsonValues.ToObject(document.RootElement));
    }

    public override void Write(Utf8JsonWriter writer, FlexibleValue value, JsonSerializerOptions options)
        => JsonValues.Write(writer, value.Value);
}
