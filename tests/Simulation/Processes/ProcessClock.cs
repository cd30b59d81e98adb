namespace CompanyData.Simulation;

/// <summary>The clock as a process sees it: its timers die with it.</summary>
internal sealed class ProcessClock(WorldClock clock, SimulatedProcess process) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => clock.CreateTimer(process, callback, state, dueTime);
}
