using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>Like <see cref="TextConverter"/>, for fields that have the same few values throughout a list.</summary>
internal sealed class RepeatedTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TextPool.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
