namespace CompanyData.Client.Tests.Mutation;

/// <summary>A clock on which every pause is over at once and no time-out ever comes.</summary>
internal sealed class SwiftClock : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private long _ticks = new DateTimeOffset(2024, 1, 15, 10, 30, 0, TimeSpan.Zero).UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= LongestPause || dueTime < TimeSpan.Zero)
        {
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        Interlocked.Add(ref _ticks, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
