using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>Reads and writes JSON unchanged, including lone surrogates, which the framework reads but does not write.</summary>
internal sealed class RawJsonConverter : JsonConverter<JsonElement>
{
    private const string Surrogate = "\\ud";

    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options)
    {
        string raw = value.GetRawText();
        if (raw.IndexOf(Surrogate, StringComparison.OrdinalIgnoreCase) >= 0)
        {
            writer.WriteRawValue(raw, skipInputValidation: true);
        }
        else
        {
            value.WriteTo(writer);
        }
    }
}
