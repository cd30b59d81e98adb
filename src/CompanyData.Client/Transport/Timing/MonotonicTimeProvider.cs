namespace CompanyData.Transport;

/// <summary>
/// A clock that nobody sets. Polly's circuit breaker goes by the time of day; where that is set back, an open circuit would stay open
/// for as long.
/// </summary>
internal sealed class MonotonicTimeProvider(TimeProvider time) : TimeProvider
{
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private readonly long _timestamp = time.GetTimestamp();

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _started + time.GetElapsedTime(_timestamp);

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => time.CreateTimer(callback, state, dueTime, period);
}
