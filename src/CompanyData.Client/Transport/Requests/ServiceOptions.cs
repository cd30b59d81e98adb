using CompanyData.Audit;

namespace CompanyData.Transport;

/// <summary>How a service is reached.</summary>
public sealed class ServiceOptions
{
    /// <summary>The address under which the API's paths lie. HTTPS, except on loopback.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>How long one attempt may take, its answer included.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a request that may be repeated is sent again; 0 for never.</summary>
    public int MaxRetries { get; init; } = 5;

    /// <summary>The largest answer that is read as JSON, in bytes after unpacking. As objects it takes a multiple of that.</summary>
    public long MaxResponseBytes { get; init; } = 64L * 1024 * 1024;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where requests go; null for the network.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Where calls are written down, while it runs; null for nowhere.</summary>
    public AuditTrail? Audit { get; init; }

    /// <summary>What spreads waits, from 0 up to 1.</summary>
    internal Func<double> Random { get; init; } = Jitter.Next;

    /// <summary>All attempts and the waits between them; the last resort when everything drags on.</summary>
    internal TimeSpan TotalTimeoutFor(TimeSpan attempt)
    {
        // A little more than the attempts take, so that it is theirs that ends, and the breaker sees it.
        double seconds = ((MaxRetries + 1) * (attempt.TotalSeconds + 1)) + (MaxRetries * (RetryDelay.LongestRetryAfter.TotalSeconds + 1));
        return TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromHours(24).TotalSeconds));
    }

    internal void Validate() => EnsureUsable(BaseUri);

    /// <exception cref="ArgumentException">The address is relative, plain HTTP beyond loopback, or more than a path.</exception>
    public static void EnsureUsable(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
        {
            string named = address.OriginalString.IndexOf('@') >= 0 ? "What was given, with a user name in it," : $"'{address}'";
            throw new ArgumentException($"{named} is not an absolute https address.");
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new ArgumentException(
                $"'{address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}' came with a user name, a query or a fragment: the address takes none of them.");
        }

        if (!OriginRules.MayCarrySecrets(address))
        {
            throw new ArgumentException($"'{address}' is plain HTTP: a key sent there could be read on the way. Use https (http is accepted on loopback only).");
        }
    }
}
