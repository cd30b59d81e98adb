namespace CompanyData.Transport;

/// <summary>Lets callers through one after the other, in the order in which they came and never closer together than it is told.</summary>
#pragma warning disable CA1001 // The timer runs only while somebody waits.
internal sealed class PacedQueue(TimeProvider time)
{
    /// <summary>Timers are coarse: what one came too late, the next may come sooner.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(50);

    private readonly object _lock = new();
    private readonly Queue<TaskCompletionSource<bool>> _waiting = new();
    private readonly long _epoch = time.GetTimestamp();
    private ITimer? _timer;
    private long _interval;
    private long _notBefore;
    private long _next;

    /// <summary>The least time between two callers.</summary>
    public TimeSpan Interval
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _interval));
        set => Interlocked.Exchange(ref _interval, value.Ticks);
    }

    /// <summary>Nobody waits.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count == 0;
            }
        }
    }

    private long Now => time.GetElapsedTime(_epoch).Ticks;

    private TimeSpan Left => TimeSpan.FromTicks(Math.Max(_notBefore, _next) - Now);

    /// <summary>Lets nobody through for so long; where it is closed for longer already, that stays.</summary>
    public void CloseFor(TimeSpan duration)
    {
        lock (_lock)
        {
            _notBefore = Math.Max(_notBefore, Now + duration.Ticks);
        }
    }

    /// <summary>Returns when it is the caller's turn; at once where nobody waits and it is time.</summary>
    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> waiter;
        lock (_lock)
        {
            if (_waiting.Count == 0 && Left <= TimeSpan.Zero)
            {
                Take();
                return default;
            }

            // Whatever a waiter does next must not hold up the others: they are released by one loop.
            _waiting.Enqueue(waiter = new(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_waiting.Count == 1)
            {
                StartTimer();
            }
        }

        return WaitAsync(waiter, cancellationToken);
    }

    private static async ValueTask WaitAsync(TaskCompletionSource<bool> waiter, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.Register(
            static source => ((TaskCompletionSource<bool>)source!).TrySetCanceled(), waiter);
        await waiter.Task.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void OnTimer()
    {
        while (Next() is { } waiter)
        {
            waiter.TrySetResult(true);
        }
    }

    /// <summary>Whose turn it is; null where it is nobody's yet.</summary>
    private TaskCompletionSource<bool>? Next()
    {
        lock (_lock)
        {
            while (_waiting.Count > 0 && _waiting.Peek().Task.IsCompleted)
            {
                _waiting.Dequeue();
            }

            if (_waiting.Count == 0)
            {
                return null;
            }

            if (Left > TimeSpan.Zero)
            {
                StartTimer();
                return null;
            }

            Take();
            return _waiting.Dequeue();
        }
    }

    private void Take() => _next = Math.Max(_next, Now - Slack.Ticks) + Interlocked.Read(ref _interval);

    private void StartTimer()
    {
        // Less than a timer can measure would be no wait at all.
        TimeSpan left = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, Left.TotalMilliseconds)));
        _timer ??= time.CreateTimer(static queue => ((PacedQueue)queue!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(left, Timeout.InfiniteTimeSpan);
    }
}
