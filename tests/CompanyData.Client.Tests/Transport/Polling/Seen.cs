using CompanyData.Tests.VirtualTime;

namespace CompanyData.Client.Tests.Transport;

/// <summary>What a poll has seen: when it was made.</summary>
internal sealed record Seen(DateTimeOffset At)
{
    public static TimeSpan operator -(Seen seen, DateTimeOffset other) => seen.At - other;

    public static bool operator >=(Seen seen, DateTimeOffset other) => seen.At >= other;

    public static bool operator <=(Seen seen, DateTimeOffset other) => seen.At <= other;

    /// <summary>A poll that adds its time to a list.</summary>
    public static Func<CancellationToken, Task<Seen>> Recorded(VirtualTimeProvider clock, List<DateTimeOffset> times) => _ =>
    {
        lock (times)
        {
            times.Add(clock.GetUtcNow());
            return Task.FromResult(new Seen(clock.GetUtcNow()));
        }
    };
}
