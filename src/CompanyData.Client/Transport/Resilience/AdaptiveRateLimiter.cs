namespace CompanyData.Transport;

/// <summary>
/// The pace of a whole session. As long as the service takes everything, nobody is held and nothing is counted but how fast it
/// goes. A 429 closes it for as long as the service asks; after that requests leave in their order, at a pace that every answer
/// raises and every further 429 lowers (as the adaptive mode of the AWS clients does), until nobody has to wait any more.
/// </summary>
internal sealed class AdaptiveRateLimiter(TimeProvider time, Func<double> random)
{
    /// <summary>What is left of the pace after a 429. With <see cref="Growth"/> it settles where one request in ten is refused.</summary>
    private const double Cut = 0.7;

    private const double Growth = 0.04;

    /// <summary>No answer raises the pace by more (requests a second), so that it never doubles within a second.</summary>
    private const double LargestStep = 0.65;

    /// <summary>Requests a second.</summary>
    private const double Slowest = 0.5;

    /// <summary>The pace that a first 429 leaves at least: who sends little is not slowed further.</summary>
    private const double Modest = 5;

    private readonly object _lock = new();
    private readonly PacedQueue _turns = new(time);
    private long _windowStart = time.GetTimestamp();
    private long _windowCount;
    private double _windowRate;
    private volatile bool _isSlow;
    private double _rate;
    private double _freeAt;
    private long _slowedAt;
    private int _refusedInARow;

    /// <summary>Returns when the next request may leave.</summary>
    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        Count();
        return _isSlow ? _turns.WaitAsync(cancellationToken) : default;
    }

    /// <summary>Holds all requests for as long as the service asked for, up to the cap.</summary>
    public void CloseFor(TimeSpan duration)
    {
        lock (_lock)
        {
            SlowTo(_isSlow ? _rate : Math.Max(Modest, Measured() * Cut));
            _turns.CloseFor(duration < RetryDelay.LongestRetryAfter ? duration : RetryDelay.LongestRetryAfter);
        }
    }

    /// <summary>The service has refused a request as one too many.</summary>
    /// <param name="sentAt">When it was sent (a timestamp): the others of the same burst tell nothing new.</param>
    /// <param name="retryAfter">How long the service asked to wait; null where it did not say.</param>
    public void Refused(long sentAt, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            bool isNew = !_isSlow || sentAt >= _slowedAt;
            if (isNew)
            {
                SlowTo(_isSlow ? Math.Max(Slowest, _rate * Cut) : Math.Max(Modest, Measured() * Cut));
                retryAfter ??= RetryDelay.Compute(_refusedInARow++, retryAfter: null, random());
            }

            if (retryAfter is { } pause)
            {
                CloseFor(pause);
            }
        }
    }

    /// <summary>The service has answered otherwise than with a 429.</summary>
    public void Accepted(long sentAt)
    {
        if (!_isSlow)
        {
            return;
        }

        lock (_lock)
        {
            if (!_isSlow || sentAt < _slowedAt)
            {
                return;
            }

            _refusedInARow = 0;
            _rate += Math.Min(_rate * Growth, LargestStep);
            _isSlow = _rate < _freeAt || !_turns.IsIdle;
            _turns.Interval = TimeSpan.FromSeconds(1 / _rate);
        }
    }

    private void SlowTo(double rate)
    {
        if (!_isSlow)
        {
            _freeAt = 2 * Math.Max(Modest, Measured());
        }

        if (!_isSlow || rate < _rate)
        {
            _slowedAt = time.GetTimestamp();
        }

        _rate = rate;
        _turns.Interval = TimeSpan.FromSeconds(1 / rate);
        _isSlow = true;
    }

    /// <summary>Requests a second, in windows of at least one.</summary>
    private void Count()
    {
        long now = time.GetTimestamp();
        long start = Interlocked.Read(ref _windowStart);
        if (now - start > time.TimestampFrequency && Interlocked.CompareExchange(ref _windowStart, now, start) == start)
        {
            Volatile.Write(ref _windowRate, Interlocked.Exchange(ref _windowCount, 0) / time.GetElapsedTime(start, now).TotalSeconds);
        }

        Interlocked.Increment(ref _windowCount);
    }

    private double Measured()
    {
        double seconds = Math.Max(1, time.GetElapsedTime(Interlocked.Read(ref _windowStart)).TotalSeconds);
        return Math.Max(Volatile.Read(ref _windowRate), Interlocked.Read(ref _windowCount) / seconds);
    }
}
