namespace CompanyData.Simulation;

/// <summary>The time of a world. It stands still while anything can run, then leaps to what is due next.</summary>
internal sealed class WorldClock : TimeProvider
{
    private static readonly DateTimeOffset Beginning = new(2024, 1, 15, 10, 30, 0, TimeSpan.Zero);

    private readonly PriorityQueue<(WorldTimer Timer, int Version), (long Due, long Order)> _due = new();
    private long _now = Beginning.UtcTicks;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public TimeSpan Elapsed => TimeSpan.FromTicks(_now - Beginning.UtcTicks);

    public override DateTimeOffset GetUtcNow() => new(_now, TimeSpan.Zero);

    public override long GetTimestamp() => _now;

    public void Advance(TimeSpan by) => _now += by.Ticks;

    /// <summary>A timer of the world itself: it survives the processes.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => CreateTimer(owner: null, callback, state, dueTime);

    public ITimer CreateTimer(SimulatedProcess? owner, TimerCallback callback, object? state, TimeSpan dueTime)
    {
        WorldTimer timer = new(this, owner, callback, state);
        timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        return timer;
    }

    /// <summary>Leaps to the next timer of a process that lives and fires it.</summary>
    /// <returns>False where nothing is due any more.</returns>
    public bool FireNext()
    {
        while (_due.TryDequeue(out (WorldTimer Timer, int Version) next, out (long Due, long Order) at))
        {
            if (next.Timer.Version == next.Version && next.Timer.Owner?.IsDead != true)
            {
                _now = Math.Max(_now, at.Due);
                next.Timer.Fire();
                return true;
            }
        }

        return false;
    }

    internal void Enqueue(WorldTimer timer, TimeSpan dueTime)
        => _due.Enqueue((timer, timer.Version), (_now + dueTime.Ticks, ++_order));
}
