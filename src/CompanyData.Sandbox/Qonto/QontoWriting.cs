using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qonto;

/// <summary>What the responses have in common.</summary>
internal static class QontoWriting
{
    /// <summary>The form of times in the seed's example. [seed]</summary>
    public static string Milliseconds(DateTimeOffset time) => Text(time, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <summary>The form of times in the example of an event. [docs]</summary>
    public static string Seconds(DateTimeOffset time) => Text(time, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    public static Guid OrganizationId(QontoRegistration registration) => Hash.Id(0, $"organization of {registration.Id:D}");

    public static Guid StakeholderId(QontoRegistration registration, int index) =>
        Hash.Id(0, $"stakeholder of {registration.Id:D}", index);

    public static Guid LegalEntityId(Guid stakeholder, int index) => Hash.Id(0, $"entity of {stakeholder:D}", index);

    /// <summary>A field as it was sent, digit by digit; null where it was not.</summary>
    public static void WriteSame(this Utf8JsonWriter json, JsonElement? source, string name)
    {
        json.WritePropertyName(name);
        if (source?.Find(name) is { } value)
        {
            json.WriteRawValue(value.GetRawText());
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>A page of a list and its <c>meta</c>. [docs] That next and prev are null at the ends is [inferred].</summary>
    public static HttpResponseMessage Page(string name, Rows rows, Page page) => Reply.Json(json =>
    {
        var last = page.LastOf(rows.Count);
        json.WriteStartObject();
        json.WriteStartArray(name);
        for (var i = page.Start; i < Math.Min(rows.Count, page.Start + page.Size); i++)
        {
            rows.Write(json, (int)i);
        }

        json.WriteEndArray();
        json.WriteStartObject("meta");
        json.WriteNumber("current_page", page.Number);
        json.WriteNumberOrNull("next_page", page.Number < last ? page.Number + 1 : null);
        json.WriteNumberOrNull("prev_page", page.Number > 1 ? page.Number - 1 : null);
        json.WriteNumber("total_pages", last);
        json.WriteNumber("total_count", page.TotalOf(rows.Count));
        json.WriteNumber("per_page", page.Size);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteNumberOrNull(this Utf8JsonWriter json, string name, int? value)
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

    private static string Text(DateTimeOffset time, string form) => time.UtcDateTime.ToString(form, CultureInfo.InvariantCulture);
}
