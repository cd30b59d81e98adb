using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>An address as an object, or as a single line of text.</summary>
internal sealed class QardAddressConverter : JsonConverter<QardAddress>
{
    public override QardAddress? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return JsonSerializer.Deserialize(ref reader, TypeInfo(options));
        }

        return LenientText.Read(ref reader)?.Trim() is { Length: > 0 } line ? new QardAddress { AddressLine1 = line } : null;
    }

    public override void Write(Utf8JsonWriter writer, QardAddress value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, TypeInfo(options));

    private static JsonTypeInfo<QardAddress> TypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<QardAddress>)options.GetTypeInfo(typeof(QardAddress));
}
