using System.Text;
using System.Text.Json;
using CompanyData.Json;

namespace CompanyData.Webhooks;

/// <summary>What a webhook request carries.</summary>
public static class WebhookBody
{
    /// <summary>
    /// The JSON as plain values: text, decimal, long, bool, null, lists, and a <see cref="FieldMap"/> for each object; the whole text
    /// where it is no JSON.
    /// </summary>
    public static object? Read(byte[] body)
    {
        try
        {
            new Utf8Validator().Add(body);
            using JsonDocument document = JsonDocument.Parse(body);
            return JsonValues.ToObject(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return TerminalSafeText.From(Encoding.UTF8.GetString(body));
        }
    }
}
