using System.Text.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Qard's key header [seed] and error format [seen].</summary>
internal sealed class QardDialect(Secret apiKey) : ServiceDialect
{
    private static readonly string[] CodeFields = ["error_code", "code"];
    private static readonly string[] MessageFields = ["error_message", "message", "error"];

    public override string Service => "Qard";

    public override IReadOnlyCollection<Secret> Secrets { get; } = [apiKey];

    public override void Authenticate(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("X-API-KEY", apiKey.Reveal());

    public override (string? Code, string? Message) ReadError(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (null, null);
        }

        string? message = First(body, MessageFields);
        if (body.TryGetProperty("error_details", out JsonElement details) && !IsEmpty(details))
        {
            string text = details.ValueKind == JsonValueKind.String ? details.GetString()! : Sanitizer.Json($"{{\"error_details\":{details.GetRawText()}}}");
            message = message is null ? text : $"{message} {text}";
        }

        return (First(body, CodeFields), message);
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().MoveNext(),
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        _ => false,
    };

    private static string? First(JsonElement body, string[] names)
        => names.Select(name => body.TryGetProperty(name, out JsonElement value) ? value.ToString() : null)
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
