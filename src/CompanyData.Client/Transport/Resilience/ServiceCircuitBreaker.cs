using Polly.CircuitBreaker;

namespace CompanyData.Transport;

/// <summary>
/// Tracks whether the session's service is down, with the states of Polly's circuit breaker. An outage is a number of consecutive
/// failures instead of a failure ratio: after a busy minute a ratio reacts too late, and with one slow request at a time never.
/// </summary>
internal sealed class ServiceCircuitBreaker(ServiceDialect dialect, ServiceOptions options, AdaptiveRateLimiter limiter)
{
    /// <summary>Time until the first trial; doubles with each failed trial.</summary>
    private static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan MaxBreak = TimeSpan.FromSeconds(10);

    /// <summary>Minimum time between two checks of whether a slow trial has ended.</summary>
    private static readonly TimeSpan MinPause = TimeSpan.FromSeconds(1);

    /// <summary>More than the attempts of one call, so that a single request that always fails does not count as an outage.</summary>
    private readonly int _threshold = Math.Max(10, 2 * (options.MaxRetries + 1));
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly object _lock = new();
    private volatile Outage? _outage;
    private int _failures;
    private long _answeredAt = long.MinValue;

    public bool IsOpen => _state.CircuitState != CircuitState.Closed;

    /// <summary>Whether a failure indicates that the service is unreachable or broken.</summary>
    public static bool MeansDown(Exception? exception)
        => exception is not null
            && FailureClassifier.Classify(exception) is { Transient: true, Kind: ApiErrorKind.ServerError or ApiErrorKind.Network or ApiErrorKind.Timeout };

    public CircuitBreakerStrategyOptions CreateOptions(string name) => new()
    {
        Name = name,
        StateProvider = _state,
        ShouldHandle = args => new(IsOutage(ApiCall.From(args.Context), args.Outcome.Exception)),
        // ShouldHandle counts only outages, so the failure ratio does not matter.
        FailureRatio = 0,
        MinimumThroughput = 2,
        SamplingDuration = TimeSpan.FromDays(1),
        BreakDuration = MaxBreak,
        BreakDurationGenerator = args => new(BreakAfter(args.HalfOpenAttempts)),
    };

    /// <summary>Whether the service has responded to any request since <paramref name="timestamp"/>.</summary>
    public bool HasAnsweredSince(long timestamp) => Volatile.Read(ref _answeredAt) > timestamp;

    /// <summary>
    /// Starts or ends the outage according to the state of the circuit. Polly's callbacks are not used for this: they run on another thread,
    /// some time after the state has changed.
    /// </summary>
    /// <param name="call">The call that was just attempted.</param>
    /// <param name="exception">Its failure; null if it succeeded.</param>
    /// <param name="isTrial">Whether the circuit was open when the attempt was made.</param>
    public void Observe(ApiCall call, Exception? exception, bool isTrial)
    {
        Outage? over = null;
        lock (_lock)
        {
            bool isOpen = IsOpen;
            if (isOpen && _outage is null && (exception is BrokenCircuitException ? exception.InnerException : exception) is { } cause)
            {
                _outage = new(dialect.Service, ApiExceptionFactory.Describe(cause, dialect), options.Time);
            }

            if (isOpen && _outage is not null && (isTrial || call.IsProbe) && MeansDown(exception))
            {
                _outage.IsConfirmed = true;
            }
            else if (!isOpen)
            {
                (over, _outage) = (_outage, null);
            }
        }

        if (over is not null)
        {
            // Restarts slowly: otherwise all waiting calls would be sent at once.
            limiter.CloseFor(TimeSpan.Zero);
            over.End();
        }

        if (exception is BrokenCircuitException)
        {
            Hold(call);
        }
    }

    /// <summary>Waits until the next trial or the end of the outage.</summary>
    public Task PauseAsync(BrokenCircuitException rejection, CancellationToken cancellationToken)
    {
        TimeSpan left = rejection.RetryAfter ?? MinPause;
        left = left < MinPause ? MinPause : left < MaxBreak ? left : MaxBreak;
        return _outage is { } outage ? outage.PauseAsync(left, cancellationToken) : options.Time.Pause(left, cancellationToken);
    }

    /// <summary>Announces once per call that it waits for the end of an outage.</summary>
    public void Hold(ApiCall call)
    {
        if (!call.IsProbe && _outage is { } outage && call.Outage != outage)
        {
            call.Outage = outage;
            outage.Announce();
        }
    }

    private static TimeSpan BreakAfter(int failedTrials)
        => TimeSpan.FromTicks(Math.Min(FirstBreak.Ticks << Math.Min(failedTrials, 8), MaxBreak.Ticks));

    private bool IsOutage(ApiCall call, Exception? exception)
    {
        if (MeansDown(exception))
        {
            return Interlocked.Increment(ref _failures) >= _threshold || call.IsProbe;
        }

        if (exception is null or ApiException)
        {
            Volatile.Write(ref _failures, 0);
            Volatile.Write(ref _answeredAt, options.Time.GetTimestamp());
            return false;
        }

        // Cancelled, so the outcome is unknown; a cancelled trial must not end an outage.
        return IsOpen;
    }
}
