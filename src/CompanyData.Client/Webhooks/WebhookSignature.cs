using System.Security.Cryptography;
using System.Text;

namespace CompanyData.Webhooks;

/// <summary>Checks HMAC-SHA256 signatures in constant time.</summary>
public static class WebhookSignature
{
    /// <summary>More signatures than secrets in use are not read.</summary>
    private const int MaxSignatures = 8;

    /// <summary>Qard: <c>sha256=</c> and the base64 of the HMAC over the whole URL with its query (qard.md, webhooks [docs]).</summary>
    public static bool IsQard(byte[] secret, string url, string signature)
        => signature.StartsWith("sha256=", StringComparison.Ordinal)
            && Matches(Convert.ToBase64String(Compute(secret, Encoding.UTF8.GetBytes(url))), signature.Substring("sha256=".Length));

    /// <summary>Qonto's onboarding API: the hex of the HMAC over the raw body (qonto.md, webhooks [docs]).</summary>
    public static bool IsQonto(byte[] secret, byte[] body, string signature)
        => Matches(ToHex(Compute(secret, body)), signature.ToLowerInvariant());

    /// <summary>
    /// Qonto's business API: <c>t=&lt;unix&gt;,v1=&lt;hex&gt;</c> over <c>t.body</c> (qonto.md, webhooks [docs]). While a secret is being replaced, a
    /// header can carry a <c>v1</c> for each secret; one of them has to match.
    /// </summary>
    /// <param name="secret">The webhook's secret.</param>
    /// <param name="body">The body as received.</param>
    /// <param name="header">The value of X-Qonto-Signature.</param>
    /// <param name="time">Time of the signature; trustworthy only if the signature is valid.</param>
    public static bool IsQontoTimed(byte[] secret, byte[] body, string header, out DateTimeOffset time)
    {
        time = default;
        ILookup<string, string> parts = header.Split(',').Select(part => part.Split(['='], 2)).Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.Ordinal);
        string[] signatures = [.. parts["v1"].Take(MaxSignatures)];
        if (parts["t"].FirstOrDefault() is not { } seconds || signatures.Length == 0
            || !long.TryParse(seconds, out long unix) || unix is < 0 or > 253402300799)
        {
            return false;
        }

        time = DateTimeOffset.FromUnixTimeSeconds(unix);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{seconds}."), .. body];
        string expected = ToHex(Compute(secret, signed));
        return signatures.Any(signature => Matches(expected, signature.ToLowerInvariant()));
    }

    /// <summary>Powens: base64 of the HMAC over <c>POST.path.date.body</c> (powens.md, webhooks [seen]).</summary>
    public static bool IsPowens(byte[] secret, string path, string date, byte[] body, string signature)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"POST.{path}.{date}."), .. body];
        return Matches(Convert.ToBase64String(Compute(secret, signed)), signature);
    }

    private static byte[] Compute(byte[] secret, byte[] data)
    {
        using HMACSHA256 hmac = new(secret);
        return hmac.ComputeHash(data);
    }

    private static string ToHex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    /// <summary>Constant-time comparison; only the length leaks.</summary>
    private static bool Matches(string expected, string actual)
    {
        byte[] left = Encoding.UTF8.GetBytes(expected);
        byte[] right = Encoding.UTF8.GetBytes(actual.Trim());
        return CryptographicOperations.FixedTimeEquals(left, right);
    }
}
