namespace CompanyData.Transport;

/// <summary>
/// How long operations of one kind usually take: more than <see cref="_low"/>, and not more than <see cref="_high"/>. Each one that ends
/// narrows the range or moves it, so that the next is polled when it ends rather than all the way there.
/// </summary>
internal sealed class TypicalDuration
{
    /// <summary>The range is narrow enough, as a share of the duration: who polls at its end is not late by more.</summary>
    private const double Precision = 0.05;

    /// <summary>A single operation that takes far longer than usual raises the range by this much only.</summary>
    private const double OutlierGrowth = 1.1;

    /// <summary>An operation that took more than this many times the usual duration may be an outlier.</summary>
    private const double OutlierFactor = 1.5;

    /// <summary>Each end that is found at the first poll widens the range, so that services that become faster are noticed.</summary>
    private const double Widening = 1.5;

    /// <summary>Polls come a little after the time they aim at: a timer may fire early, and many waits end at the same time.</summary>
    private const double Spread = 0.02;

    /// <summary>Of something that usually takes long, an early end is looked for at this share of the usual duration.</summary>
    private const double Early = 1 / 3.0;

    /// <summary>However long operations take, the range is narrowed to this.</summary>
    private static readonly TimeSpan WidestRange = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LargestSpread = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    /// <summary>A timer may fire this much early; the poll that it was for has then been made.</summary>
    private static readonly TimeSpan TimerTolerance = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private readonly object _lock = new();
    private double _low;
    private double _high;
    private bool _wasSlow;

    /// <summary>What operations of the kind take at most; zero where none has ended yet.</summary>
    public TimeSpan High
    {
        get
        {
            lock (_lock)
            {
                return TimeSpan.FromMilliseconds(_high);
            }
        }
    }

    /// <summary>When to poll next.</summary>
    /// <param name="elapsed">Since the operation was started.</param>
    /// <param name="random">From 0 up to 1.</param>
    /// <returns>From now; null where no operation of the kind has ended yet.</returns>
    public TimeSpan? NextPoll(TimeSpan elapsed, Func<double> random)
    {
        double low, high;
        lock (_lock)
        {
            (low, high) = (_low, _high);
        }

        if (high == 0)
        {
            return null;
        }

        double now = elapsed.TotalMilliseconds + TimerTolerance.TotalMilliseconds;
        double step = Math.Max(high * Precision, Shortest.TotalMilliseconds);
        bool isWide = high - low > Math.Min(step, WidestRange.TotalMilliseconds);
        double target = high > Long.TotalMilliseconds && now < high * Early ? high * Early
            : isWide && now < (low + high) / 2 ? (low + high) / 2
            : now < high ? high
            : now + Math.Min(Math.Max(step, now - high), Math.Max(step, now * PollSchedule.Growth));
        double spread = Math.Min(target * Spread, LargestSpread.TotalMilliseconds) * random();
        return TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(Shortest.TotalMilliseconds, target + spread - elapsed.TotalMilliseconds)));
    }

    /// <summary>Takes an operation that has ended into account.</summary>
    public void Observe(DurationRange took)
    {
        (double low, double high) = (took.MoreThan.TotalMilliseconds, Math.Max(1, took.AtMost.TotalMilliseconds));
        lock (_lock)
        {
            if (_high == 0 || high <= _low)
            {
                (_low, _high, _wasSlow) = (low, high, false);
            }
            else if (low >= _high)
            {
                bool isOutlier = high > _high * OutlierFactor && !_wasSlow;
                (_low, _high, _wasSlow) = isOutlier ? (_low, _high * OutlierGrowth, true) : (low, high, false);
            }
            else
            {
                bool isFirstPoll = low <= _low && high >= _high;
                _high = Math.Min(_high, high);
                _low = isFirstPoll ? Math.Max(0, _high - ((_high - _low) * Widening)) : Math.Max(_low, low);
                _wasSlow = false;
            }
        }
    }
}
