using System.Text.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Qard's key header [seed] and error format [seen].</summary>
internal sealed class QardDialect : ServiceDialect
{
    private static readonly string[] CodeFields = ["error_code", "code"];
    private static readonly string[] MessageFields = ["error_message", "message", "error"];

    private readonly Secret _apiKey;

    /// <exception cref="ArgumentException">The key holds a character that no header can carry, such as a line break.</exception>
    public QardDialect(Secret apiKey)
    {
        if (apiKey.Reveal().Any(c => c is < ' ' or > '~'))
        {
            throw new ArgumentException("The key holds a line break or another character that a key cannot have.", nameof(apiKey));
        }

        _apiKey = apiKey;
        Secrets = [apiKey];
    }

    public override string Service => "Qard";

    public override IReadOnlyCollection<Secret> Secrets { get; }

    public override void Authenticate(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("X-API-KEY", _apiKey.Reveal());

    public override (string? Code, string? Message) ReadError(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (null, null);
        }

        string? message = First(body, MessageFields);
        if (body.TryGetProperty("error_details", out JsonElement details) && details.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
        {
            string text = details.ValueKind == JsonValueKind.String ? details.GetString()! : Sanitizer.Json($"{{\"error_details\":{details.GetRawText()}}}");
            message = message is null ? text : $"{message} {text}";
        }

        return (First(body, CodeFields), message);
    }

    private static string TextOf(JsonElement value)
        => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? Sanitizer.Json(value.GetRawText()) : value.ToString();

    private static string? First(JsonElement body, string[] names)
        => names.Select(name => body.TryGetProperty(name, out JsonElement value) ? TextOf(value) : null)
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
