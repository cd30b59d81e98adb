namespace CompanyData.Transport;

/// <summary>
/// Limits the request rate of a whole session. Until the first 429 it only measures the rate and delays nothing. A 429 blocks all requests
/// for the time that the service asks for. After that, requests leave in order at a rate that every response raises and every further 429
/// lowers (like the adaptive mode of the AWS clients), until no request has to wait.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="random">Random numbers from 0 (inclusive) to 1 (exclusive).</param>
/// <param name="maxRate">Maximum rate that the user sets, in requests per second; null for none.</param>
internal sealed class AdaptiveRateLimiter(TimeProvider time, Func<double> random, double? maxRate = null)
{
    /// <summary>Factor applied to the rate after a 429. Together with <see cref="IncreaseFactor"/> the rate settles where one request in ten is rejected.</summary>
    private const double DecreaseFactor = 0.7;

    /// <summary>Relative increase of the rate per response.</summary>
    private const double IncreaseFactor = 0.04;

    /// <summary>Maximum increase per response, in requests per second, so that the rate never doubles within a second.</summary>
    private const double MaxIncrease = 0.65;

    /// <summary>Minimum rate, in requests per second.</summary>
    private const double MinRate = 0.5;

    /// <summary>Minimum rate after a first 429, in requests per second: a session that sends few requests is not slowed further.</summary>
    private const double MinFirstRate = 5;

    private readonly object _lock = new();
    private readonly PacedQueue _queue = new(time);
    private readonly PacedQueue? _maxRate = maxRate is { } rate ? new(time) { Interval = TimeSpan.FromSeconds(1 / rate) } : null;
    private long _windowStart = time.GetTimestamp();
    private long _windowCount;
    private double _windowRate;
    private volatile bool _isSlow;
    private double _rate;
    private double _freeAt;
    private long _slowedAt;
    private int _consecutiveThrottles;

    /// <summary>Completes when the caller may send its request.</summary>
    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        Count();
        return _maxRate is { } limit ? WaitAsync(limit.WaitAsync(cancellationToken), cancellationToken)
            : _isSlow ? _queue.WaitAsync(cancellationToken)
            : default;
    }

    /// <summary>Blocks all requests for <paramref name="duration"/>, at most <see cref="RetryDelay.MaxRetryAfter"/>.</summary>
    public void CloseFor(TimeSpan duration)
    {
        lock (_lock)
        {
            SlowTo(_isSlow ? _rate : Math.Max(MinFirstRate, MeasureRate() * DecreaseFactor));
            _queue.CloseFor(duration < RetryDelay.MaxRetryAfter ? duration : RetryDelay.MaxRetryAfter);
        }
    }

    /// <summary>Lowers the rate after a 429.</summary>
    /// <param name="sentAt">Timestamp of the request; further 429s of the same burst are ignored.</param>
    /// <param name="retryAfter">Delay that the service asked for; null if it did not say.</param>
    public void OnThrottled(long sentAt, TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            bool isNew = !_isSlow || sentAt >= _slowedAt;
            if (isNew)
            {
                SlowTo(_isSlow ? Math.Max(MinRate, _rate * DecreaseFactor) : Math.Max(MinFirstRate, MeasureRate() * DecreaseFactor));
                retryAfter ??= RetryDelay.Compute(_consecutiveThrottles++, retryAfter: null, random());
            }

            if (retryAfter is { } pause)
            {
                CloseFor(pause);
            }
        }
    }

    /// <summary>Raises the rate after any other response.</summary>
    public void OnAccepted(long sentAt)
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

            _consecutiveThrottles = 0;
            _rate += Math.Min(_rate * IncreaseFactor, MaxIncrease);
            _isSlow = _rate < _freeAt || !_queue.IsIdle;
            _queue.Interval = TimeSpan.FromSeconds(1 / _rate);
        }
    }

    private async ValueTask WaitAsync(ValueTask turn, CancellationToken cancellationToken)
    {
        await turn.ConfigureAwait(false);
        if (_isSlow)
        {
            await _queue.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void SlowTo(double rate)
    {
        if (!_isSlow)
        {
            _freeAt = 2 * Math.Max(MinFirstRate, MeasureRate());
        }

        if (!_isSlow || rate < _rate)
        {
            _slowedAt = time.GetTimestamp();
        }

        _rate = rate;
        _queue.Interval = TimeSpan.FromSeconds(1 / rate);
        _isSlow = true;
    }

    /// <summary>Measures requests per second, in windows of at least one second.</summary>
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

    private double MeasureRate()
    {
        double seconds = Math.Max(1, time.GetElapsedTime(Interlocked.Read(ref _windowStart)).TotalSeconds);
        return Math.Max(Volatile.Read(ref _windowRate), Interlocked.Read(ref _windowCount) / seconds);
    }
}
