using System.Globalization;
using System.Net.Http.Headers;

namespace CompanyData.Transport;

/// <summary>Computes the delay before the next attempt.</summary>
internal static class RetryDelay
{
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan Max = TimeSpan.FromSeconds(30);

    /// <summary>Maximum delay that a service can ask for.</summary>
    public static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(2);

    /// <summary>Exponential backoff from <see cref="First"/> to <see cref="Max"/>; half of the delay is random, so that callers spread.</summary>
    /// <param name="attempt">Number of the retry, from 0.</param>
    /// <param name="retryAfter">Delay that the service asked for, used up to <see cref="MaxRetryAfter"/>; null if it did not ask.</param>
    /// <param name="random">A random number from 0 (inclusive) to 1 (exclusive).</param>
    public static TimeSpan Compute(int attempt, TimeSpan? retryAfter, double random)
    {
        if (retryAfter is { } asked)
        {
            TimeSpan capped = asked < MaxRetryAfter ? asked : MaxRetryAfter;
            return capped + TimeSpan.FromMilliseconds(250 * random);
        }

        double ceiling = Math.Min(Max.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 16)));
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (random / 2)));
    }

    /// <summary>Whether the service asks for a longer delay than a user at the prompt would accept.</summary>
    public static bool IsTooLong(TimeSpan? retryAfter) => retryAfter > MaxRetryAfter;

    /// <summary>
    /// Reads Retry-After: seconds, also with a fraction, or a date, which is compared with the Date header if there is one. Never negative;
    /// null without a valid header.
    /// </summary>
    public static TimeSpan? ReadRetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        RetryConditionHeaderValue? header = headers.RetryAfter;
        TimeSpan? wait = header?.Delta ?? (header?.Date is { } date ? date - (headers.Date ?? now) : ReadFraction(headers));
        return wait is { } value && value < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static TimeSpan? ReadFraction(HttpResponseHeaders headers)
        => headers.TryGetValues("Retry-After", out IEnumerable<string>? values)
            && double.TryParse(values.First(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds < TimeSpan.MaxValue.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : null;
}
