using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>The few things that Powens responses contain again and again.</summary>
internal static class PowensWriting
{
    public static bool IsId(long id, string text) =>
        string.Equals(id.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);

    public static void WriteTimeOrNull(this Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            json.WriteTime(name, ParisTime.From(time));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A time in UTC, with its zone.</summary>
    public static void WriteUtc(this Utf8JsonWriter json, string name, DateTime? value)
        => json.WriteString(name, value?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    public static void WriteDateOrNull(this Utf8JsonWriter json, string name, DateTime? value)
    {
        if (value is { } date)
        {
            json.WriteDate(name, date);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Fields that no document names.</summary>
    public static void WriteStrangeFields(this Utf8JsonWriter json)
    {
        json.WriteString("new_field", "A field that no document names.");
        json.WriteStartObject("new_object");
        json.WriteNumber("number", 42);
        json.WriteStartArray("list");
        json.WriteStringValue("nested");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
