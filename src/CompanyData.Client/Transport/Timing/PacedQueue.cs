namespace CompanyData.Transport;

/// <summary>A FIFO queue that releases its callers with a minimum interval between them.</summary>
#pragma warning disable CA1001 // The timer runs only while a caller waits.
internal sealed class PacedQueue(TimeProvider time)
{
    /// <summary>Allowance for timer imprecision: a late caller may be followed early.</summary>
    private static readonly TimeSpan TimerTolerance = TimeSpan.FromMilliseconds(50);

    private readonly object _lock = new();
    private readonly Queue<TaskCompletionSource<bool>> _waiting = new();
    private readonly long _epoch = time.GetTimestamp();
    private ITimer? _timer;
    private long _interval;
    private long _notBefore;
    private long _next;

    /// <summary>Minimum time between two callers.</summary>
    public TimeSpan Interval
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _interval));
        set => Interlocked.Exchange(ref _interval, value.Ticks);
    }

    /// <summary>Whether no caller is waiting.</summary>
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

    /// <summary>Blocks callers for at least <paramref name="duration"/>; never shortens an existing block.</summary>
    public void CloseFor(TimeSpan duration)
    {
        lock (_lock)
        {
            _notBefore = Math.Max(_notBefore, Now + duration.Ticks);
        }
    }

    /// <summary>Completes when it is the caller's turn; synchronously if no caller waits and the interval has passed.</summary>
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

            // Continuations run asynchronously: one loop releases all waiters, and none may delay the others.
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

    /// <summary>Dequeues the next waiter; null if none may be released yet.</summary>
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

    private void Take() => _next = Math.Max(_next, Now - TimerTolerance.Ticks) + Interlocked.Read(ref _interval);

    private void StartTimer()
    {
        // Rounded up, because a timer would treat less than a millisecond as no delay.
        TimeSpan left = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, Left.TotalMilliseconds)));
        _timer ??= time.CreateTimer(static queue => ((PacedQueue)queue!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(left, Timeout.InfiniteTimeSpan);
    }
}
