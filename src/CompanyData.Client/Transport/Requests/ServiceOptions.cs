using CompanyData.Audit;

namespace CompanyData.Transport;

/// <summary>Options of a session: address, time-outs, retries, limits.</summary>
public sealed class ServiceOptions
{
    /// <summary>Base address of the API. HTTPS, except on loopback.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>Name of the environment variable that the address came from, for error messages; null if it was given otherwise.</summary>
    public string? AddressVariable { get; init; }

    /// <summary>Name of the environment variable that the key came from, for error messages; null if it was given otherwise.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>Time-out of one attempt, including reading the response.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Maximum number of retries of a repeatable request; 0 for none.</summary>
    public int MaxRetries { get; init; } = 5;

    /// <summary>Requests that the session sends per second at most, repeats included; null for as many as the service accepts.</summary>
    public double? MaxRequestsPerSecond { get; init; }

    /// <summary>Maximum size of a JSON response in bytes, after decompression. The objects read from it need several times as much memory.</summary>
    public long MaxResponseBytes { get; init; } = 64L * 1024 * 1024;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>HTTP handler to use instead of the network; null for the network.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Audit log that records each call while it is started; null for none.</summary>
    public AuditTrail? Audit { get; init; }

    /// <summary>Jitter of delays: random numbers from 0 (inclusive) to 1 (exclusive).</summary>
    internal Func<double> Random { get; init; } = Jitter.Next;

    /// <summary>Time-out of a whole call: all attempts and the delays between them.</summary>
    internal TimeSpan TotalTimeoutFor(TimeSpan attempt)
    {
        // Slightly more than all attempts, so that the attempt time-out fires first and the circuit breaker sees it.
        double seconds = ((MaxRetries + 1) * (attempt.TotalSeconds + 1)) + (MaxRetries * (RetryDelay.MaxRetryAfter.TotalSeconds + 1));
        return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromHours(24).TotalSeconds));
    }

    internal void Validate() => EnsureUsable(BaseUri);

    /// <exception cref="ArgumentException">The address is relative, is plain HTTP outside loopback, or has a user name, query or fragment.</exception>
    public static void EnsureUsable(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
        {
            string named = address.OriginalString.IndexOf('@') >= 0 ? "The address, which contains a user name," : $"'{address}'";
            throw new ArgumentException($"{named} is not an absolute https address.");
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new ArgumentException(
                $"The address '{address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}' must not have a user name, a query or a fragment.");
        }

        if (!OriginRules.MayCarrySecrets(address))
        {
            throw new ArgumentException($"'{address}' is plain HTTP, which would expose the key in transit. Use https (http is accepted on loopback only).");
        }
    }
}
