namespace CompanyData.Tests.VirtualTime;

/// <summary>A timer of the fake time provider whose due time is known.</summary>
internal sealed class ScheduledTimer(TimeProvider time, Schedule schedule, TimerCallback callback, object? state) : ITimer
{
    private readonly Lock _lock = new();
    private ITimer? _timer;
    private TimeSpan _period;
    private (DateTimeOffset Due, long Order)? _entry;

    public void Start(ITimer timer, TimeSpan dueTime, TimeSpan period)
    {
        _timer = timer;
        Change(dueTime, period);
    }

    public void Fire(object? _)
    {
        SetDue(_period);
        callback(state);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period;
        SetDue(dueTime);
        return _timer!.Change(dueTime, period);
    }

    public void Dispose()
    {
        SetDue(Timeout.InfiniteTimeSpan);
        _timer!.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void SetDue(TimeSpan dueTime)
    {
        lock (_lock)
        {
            _entry = schedule.Replace(_entry, dueTime == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + dueTime);
        }
    }
}
