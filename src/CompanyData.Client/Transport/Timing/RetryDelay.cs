using System.Globalization;
using System.Net.Http.Headers;

namespace CompanyData.Transport;

/// <summary>The one place that computes how long to wait before the next attempt.</summary>
internal static class RetryDelay
{
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>No longer than this is waited because a service asked for it.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(2);

    /// <summary>Doubles from <see cref="First"/> to <see cref="Longest"/>; half of it is random, so that callers spread.</summary>
    /// <param name="attempt">0 for the first retry.</param>
    /// <param name="retryAfter">What the service asked for; at least that long is waited, up to the cap.</param>
    /// <param name="random">From 0 up to 1.</param>
    public static TimeSpan Compute(int attempt, TimeSpan? retryAfter, double random)
    {
        if (retryAfter is { } asked)
        {
            TimeSpan capped = asked < LongestRetryAfter ? asked : LongestRetryAfter;
            return capped + TimeSpan.FromMilliseconds(250 * random);
        }

        double ceiling = Math.Min(Longest.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 16)));
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (random / 2)));
    }

    /// <summary>Whether the service asks for more time than anybody at the prompt would wait.</summary>
    public static bool IsTooLong(TimeSpan? retryAfter) => retryAfter > LongestRetryAfter;

    /// <summary>
    /// Retry-After in seconds, which may have a fraction, or as a date, which is compared with the time at the service where the response
    /// tells it. Never negative; null where there is none.
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
