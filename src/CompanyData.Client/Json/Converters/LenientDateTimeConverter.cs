using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>As <see cref="DateTimeConverter"/>, for services whose answers are read whatever legal value they hold: what is no date is null.</summary>
internal sealed class LenientDateTimeConverter : JsonConverter<DateTime?>
{
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => DateTimeConverter.TryParse(TextConverter.ReadText(ref reader), out DateTime value) ? value : null;

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options)
        => writer.WriteStringValue(DateTimeConverter.ToText(value));
}
