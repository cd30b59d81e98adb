using System.Globalization;
using System.Text.Json;
using CompanyData.Transport;

namespace CompanyData.Creditro;

/// <summary>
/// The claims of an API token: a JWT whose claim <c>customer</c> is the customer id [seed]. The token is decoded, not verified, and not
/// kept in this object.
/// </summary>
public sealed class CreditroToken
{
    private const string Where = "Copy it from the API tokens page of the Creditro app.";

    private CreditroToken(string customerId, DateTimeOffset? expiresAt, string? issuer)
    {
        CustomerId = customerId;
        ExpiresAt = expiresAt;
        Issuer = issuer;
    }

    public string CustomerId { get; }

    /// <summary>Null if the token has no expiry.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    public string? Issuer { get; }

    /// <exception cref="ArgumentException">The token is not a JWT or lacks the claim <c>customer</c>.</exception>
    public static CreditroToken Parse(Secret token)
    {
        using JsonDocument payload = ReadPayload(token.Reveal().Trim());
        if (payload.RootElement.ValueKind != JsonValueKind.Object
            || !payload.RootElement.TryGetProperty("customer", out JsonElement customer)
            || customer.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)
            || customer.ToString() is not { } customerId
            || string.IsNullOrWhiteSpace(customerId))
        {
            throw new ArgumentException($"The Creditro token has no claim 'customer', so its customer is unknown. {Where}", nameof(token));
        }

        string? issuer = payload.RootElement.TryGetProperty("iss", out JsonElement iss) ? iss.ToString() : null;
        return new(customerId, ReadExpiry(payload.RootElement), issuer);
    }

    private static JsonDocument ReadPayload(string token)
    {
        string[] parts = token.Split('.');
        try
        {
            return parts.Length == 3
                ? JsonDocument.Parse(FromBase64Url(parts[1]))
                : throw new FormatException();
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw new ArgumentException($"The Creditro token is not a JWT (three parts separated by dots). {Where}", nameof(token), exception);
        }
    }

    private static DateTimeOffset? ReadExpiry(JsonElement payload)
        => payload.TryGetProperty("exp", out JsonElement exp)
            && double.TryParse(exp.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            && seconds is > 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;

    private static byte[] FromBase64Url(string text)
    {
        string base64 = text.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight(base64.Length + ((4 - (base64.Length % 4)) % 4), '='));
    }
}
