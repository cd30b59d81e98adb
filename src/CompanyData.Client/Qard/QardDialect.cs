using System.Text.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Qard's authentication [seed] and error format [seen].</summary>
internal sealed class QardDialect(Secret apiKey) : ServiceDialect
{
    private static readonly string[] CodeFields = ["error_code", "code"];
    private static readonly string[] MessageFields = ["error_message", "message", "error"];

    public override string Service => "Qard";

    public override IReadOnlyCollection<Secret> Secrets { get; } = [apiKey];

    /// <summary>GET /profile: "check of the key" [seed].</summary>
    public override ApiRequest? Probe { get; } = ApiRequest.Get("profile", "check whether the service responds");

    public override void Authenticate(HttpRequestMessage message, ApiRequest request)
        => message.Headers.TryAddWithoutValidation("X-API-KEY", apiKey.Reveal());

    public override (string? Code, string? Message) ReadError(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (null, null);
        }

        string? message = First(body, MessageFields);
        if (body.TryGetProperty("error_details", out JsonElement details) && Describe(details) is { Length: > 0 } text && text != message)
        {
            message = message is null ? text : $"{message} [{text}]";
        }

        return (First(body, CodeFields), message);
    }

    /// <summary>The format of the details is undocumented, so only the texts in them are used.</summary>
    private static string Describe(JsonElement details) => details.ValueKind switch
    {
        JsonValueKind.String => details.GetString()!,
        JsonValueKind.Array => string.Join("; ", details.EnumerateArray().Select(Describe)),
        JsonValueKind.Object => string.Join(": ", details.EnumerateObject().Where(field => RedactionPolicy.ErrorResponse.IsVisible(field.Name)).Select(field => Describe(field.Value))),
        _ => string.Empty,
    };

    private static string TextOf(JsonElement value)
        => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? Redactor.Json(value.GetRawText()) : value.ToString();

    private static string? First(JsonElement body, string[] names)
        => names.Select(name => body.TryGetProperty(name, out JsonElement value) ? TextOf(value) : null)
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
