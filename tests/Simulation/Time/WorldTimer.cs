namespace CompanyData.Simulation;

/// <summary>A timer on the clock of a world.</summary>
/// <param name="clock">The clock.</param>
/// <param name="owner">The process with which it dies; null for the world's own.</param>
/// <param name="callback">What it does.</param>
/// <param name="state">Handed to that.</param>
internal sealed class WorldTimer(WorldClock clock, SimulatedProcess? owner, TimerCallback callback, object? state) : ITimer
{
    public SimulatedProcess? Owner => owner;

    /// <summary>Goes up whenever the timer is set: what was enqueued before counts no more.</summary>
    public int Version { get; private set; }

    public void Fire()
    {
        Version++;
        if (owner?.Survives() != false)
        {
            callback(state);
        }
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Version++;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            clock.Enqueue(this, dueTime);
        }

        return true;
    }

    public void Dispose() => Version++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
