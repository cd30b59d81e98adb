namespace CompanyData.Client.Tests.Mutation;

/// <summary>A clock on which every pause is over at once and no time-out ever comes: what is longer than any pause is taken for one.</summary>
internal sealed class SwiftClock : TimeProvider
{
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private long _ticks = new DateTimeOffset(2024, 1, 15, 10, 30, 0, TimeSpan.Zero).UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        SwiftTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class SwiftTimer(SwiftClock clock, TimerCallback callback, object? state) : ITimer
    {
        private int _setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            int setting = Interlocked.Increment(ref _setting);
            if (dueTime >= TimeSpan.Zero && dueTime <= LongestPause)
            {
                Interlocked.Add(ref clock._ticks, dueTime.Ticks);
                ThreadPool.QueueUserWorkItem(_ => Fire(setting));
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(int setting)
        {
            if (Volatile.Read(ref _setting) == setting)
            {
                callback(state);
            }
        }
    }
}
