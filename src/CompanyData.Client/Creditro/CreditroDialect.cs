using System.Net;
using System.Text.Json;
using CompanyData.Transport;

namespace CompanyData.Creditro;

/// <summary>Creditro's authentication and its delays after errors [seed].</summary>
internal sealed class CreditroDialect(Secret token, CreditroToken info, TimeProvider time) : ServiceDialect
{
    /// <summary>"wait a couple of minutes and continue" [seed].</summary>
    private static readonly TimeSpan QuotaPause = TimeSpan.FromMinutes(2);

    /// <summary>"pause these requests for some time before trying again" [seed]; the duration is [inferred].</summary>
    private static readonly TimeSpan ErrorPause = TimeSpan.FromSeconds(30);

    public override string Service => "Creditro";

    public override IReadOnlyCollection<Secret> Secrets { get; } = [token];

    public override void EnsureCanSend(ApiRequest request)
    {
        if (info.ExpiresAt is { } end && end <= time.GetUtcNow())
        {
            throw new ApiException(ApiErrorKind.Unauthorized, Service, request.Operation, $"Creditro: the token expired at {end:u}; nothing was sent.")
            {
                Subject = info.CustomerId,
                Remedy = "Create a new token in the Creditro app and call Connect-Creditro again.",
            };
        }
    }

    public override void Authenticate(HttpRequestMessage message, ApiRequest request)
        => message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token.Reveal().Trim()}");

    public override TimeSpan? PauseAfter(HttpStatusCode status) => (int)status switch
    {
        429 => QuotaPause,
        >= 500 => ErrorPause,
        _ => null,
    };

    public override string? Remedy(ApiErrorKind kind, string? code) => kind switch
    {
        ApiErrorKind.Unauthorized => "The token may have expired, or the organisation has no Pro subscription. Create a new token and call Connect-Creditro again.",
        ApiErrorKind.RateLimited => "Wait a few minutes. Creditro asks for few requests, and to be informed before jobs of more than 1,000 companies.",
        _ => null,
    };

    public override (string? Code, string? Message) ReadError(JsonElement body)
        => body.ValueKind != JsonValueKind.Object ? (null, null) : (Text(body, "code"), Text(body, "message") ?? Text(body, "error"));

    private static string? Text(JsonElement body, string name)
        => body.TryGetProperty(name, out JsonElement value) && value.ToString() is { Length: > 0 } text ? text : null;
}
