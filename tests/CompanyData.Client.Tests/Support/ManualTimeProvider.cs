namespace CompanyData.Client.Tests.Support;

/// <summary>A clock that moves when it is told to; what falls due on the way fires in its order, at its own time.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private static readonly TimeSpan RealLimit = TimeSpan.FromSeconds(90);

    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now;
    private long _changes;

    public ManualTimeProvider()
        : this(new(2024, 1, 15, 10, 30, 0, TimeSpan.Zero))
    {
    }

    public ManualTimeProvider(DateTimeOffset now) => _now = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count == 0 ? null : _timers.Min(timer => timer.DueAt);
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        DateTimeOffset target = GetUtcNow() + by;
        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (_gate)
        {
            _now = target;
        }
    }

    /// <summary>Runs the work and moves on to whatever is due next, as often as it takes. Nothing waits for real.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> work) => Task.Run(async () =>
    {
        Task<T> task = work();
        await DriveAsync(task);
        return await task;
    });

    public Task RunAsync(Func<Task> work) => RunAsync(async () =>
    {
        await work();
        return true;
    });

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? TakeDue(DateTimeOffset target)
    {
        lock (_gate)
        {
            ManualTimer? next = _timers.Where(timer => timer.DueAt <= target).MinBy(timer => timer.DueAt);
            if (next is not null)
            {
                _timers.Remove(next);
                _now = next.DueAt > _now ? next.DueAt : _now;
            }

            return next;
        }
    }

    private async Task DriveAsync(Task task)
    {
        long started = System.GetTimestamp();
        bool moved = true;
        while (!task.IsCompleted)
        {
            if (System.GetElapsedTime(started) > RealLimit)
            {
                throw new TimeoutException($"The work has not ended; the manual clock stands at {GetUtcNow():O}.");
            }

            await SettleAsync(task, moved);
            if (!task.IsCompleted && NextDue is { } due)
            {
                long before = Interlocked.Read(ref _changes);
                Advance(due - GetUtcNow());
                moved = Interlocked.Read(ref _changes) != before;
            }
        }
    }

    /// <summary>
    /// Has everything that runs come to its own next wait? Asked before a long leap, such as to a time-out, and where what was
    /// due last has set nothing new: then something may still be on its way on another thread.
    /// </summary>
    private async Task SettleAsync(Task task, bool moved)
    {
        for (int calm = 0; calm < 5 && !task.IsCompleted; calm++)
        {
            if ((moved || calm == 2) && NextDue is { } due && due - GetUtcNow() < TimeSpan.FromSeconds(45))
            {
                return;
            }

            long before = Interlocked.Read(ref _changes);
            await Task.Delay(1);
            calm = Interlocked.Read(ref _changes) == before ? calm : -1;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider owner, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset DueAt { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._gate)
            {
                owner._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    owner._changes++;
                    DueAt = owner._now + dueTime;
                    owner._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
