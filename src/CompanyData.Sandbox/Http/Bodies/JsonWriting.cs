using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CompanyData.Sandbox.Http;

/// <summary>Values that many responses write.</summary>
internal static class JsonWriting
{
    /// <summary>Accents are written as UTF-8, not as escapes.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteList(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    public static void WriteMoney(this Utf8JsonWriter json, string name, decimal value)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", value);
        json.WriteString("currency", "EUR");
        json.WriteEndObject();
    }

    public static void WriteDate(this Utf8JsonWriter json, string name, DateTime value) =>
        json.WriteString(name, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A time without a zone, as the seed's sample responses write it. [seed]</summary>
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTime value) =>
        json.WriteString(name, value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset value) =>
        json.WriteTime(name, value.UtcDateTime);
}
