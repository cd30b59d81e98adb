using Microsoft.Coyote.Rewriting;

namespace CompanyData.Concurrency;

/// <summary>A clock that goes on only when the test says so, to whatever falls due next.</summary>
[SkipRewriting("The framework's timers call it where they wait for each other; nobody else may come between.")]
internal sealed class VirtualTime : TimeProvider
{
    /// <summary>What is due later is a time-out: it would end work that has only not had its turn.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private readonly List<VirtualTimer> _timers = [];
    private long _now = new DateTimeOffset(2024, 1, 15, 10, 30, 0, TimeSpan.Zero).UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        VirtualTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on to whatever falls due next within a minute, if anything does.</summary>
    public void MoveOn() => TakeNext()?.Fire();

    private VirtualTimer? TakeNext()
    {
        lock (_lock)
        {
            VirtualTimer? next = _timers.MinBy(timer => timer.DueAt);
            if (next?.DueAt - _now > Horizon.Ticks)
            {
                return null;
            }

            if (next is not null)
            {
                _timers.Remove(next);
                _now = Math.Max(_now, next.DueAt);
            }

            return next;
        }
    }

    [SkipRewriting("Part of the clock.")]
    private sealed class VirtualTimer(VirtualTime owner, TimerCallback callback, object? state) : ITimer
    {
        public long DueAt { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._lock)
            {
                owner._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    DueAt = owner._now + dueTime.Ticks;
                    owner._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
