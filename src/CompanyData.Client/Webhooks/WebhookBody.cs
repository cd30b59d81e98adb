using System.Text;
using System.Text.Json;
using CompanyData.Json;

namespace CompanyData.Webhooks;

/// <summary>Reads the body of a webhook request.</summary>
public static class WebhookBody
{
    /// <summary>
    /// Returns JSON as plain values: text, decimal, long, bool, null, lists, and a <see cref="FieldMap"/> for each object. A body that is
    /// not JSON is returned as text.
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
