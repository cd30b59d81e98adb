using Polly.CircuitBreaker;

namespace CompanyData.Transport;

/// <summary>
/// Knows whether a session's service is down. The states are those of Polly's circuit breaker. What counts as an outage is decided
/// here: failures in a row rather than a share within a time, because after a busy minute a share shows an outage too late, and with
/// one slow request at a time never.
/// </summary>
internal sealed class ServiceCircuitBreaker(ServiceDialect dialect, ServiceOptions options, AdaptiveRateLimiter gate)
{
    /// <summary>Time until the first trial; it doubles with each one that fails.</summary>
    private static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan MaxBreak = TimeSpan.FromSeconds(10);

    /// <summary>While a trial takes long, nobody asks more often whether it has ended.</summary>
    private static readonly TimeSpan MinPause = TimeSpan.FromSeconds(1);

    /// <summary>More than one call's attempts, so that a single request that always fails is not taken for an outage.</summary>
    private readonly int _threshold = Math.Max(10, 2 * (options.MaxRetries + 1));
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly object _lock = new();
    private volatile Outage? _outage;
    private int _failures;
    private long _answeredAt = long.MinValue;

    public bool IsOpen => _state.CircuitState != CircuitState.Closed;

    /// <summary>Whether a failure says that the service cannot be reached or does not work.</summary>
    public static bool MeansDown(Exception? exception)
        => exception is not null
            && FailureClassifier.Classify(exception) is { Transient: true, Kind: ApiErrorKind.ServerError or ApiErrorKind.Network or ApiErrorKind.Timeout };

    public CircuitBreakerStrategyOptions CreateOptions(string name) => new()
    {
        Name = name,
        StateProvider = _state,
        ShouldHandle = args => new(IsOutage(ApiCall.From(args.Context), args.Outcome.Exception)),
        // A failure that is handled is an outage already, whatever share of the requests it is.
        FailureRatio = 0,
        MinimumThroughput = 2,
        SamplingDuration = TimeSpan.FromDays(1),
        BreakDuration = MaxBreak,
        BreakDurationGenerator = args => new(BreakAfter(args.HalfOpenAttempts)),
    };

    /// <summary>Whether the service has answered anything since then.</summary>
    public bool HasAnsweredSince(long timestamp) => Volatile.Read(ref _answeredAt) > timestamp;

    /// <summary>
    /// Begins or ends the outage as the state of the circuit says, whoever has changed it. Polly's own callbacks come on another thread, some
    /// time after the state has changed.
    /// </summary>
    /// <param name="call">A call that has just been attempted.</param>
    /// <param name="exception">What came of it.</param>
    /// <param name="isTrial">Whether it was let through although the service was down.</param>
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
            // All that has waited would leave at once.
            gate.CloseFor(TimeSpan.Zero);
            over.End();
        }

        if (exception is BrokenCircuitException)
        {
            Hold(call);
        }
    }

    /// <summary>Pauses a call until the next trial, or until the outage is over.</summary>
    public Task PauseAsync(BrokenCircuitException rejection, CancellationToken cancellationToken)
    {
        TimeSpan left = rejection.RetryAfter ?? MinPause;
        left = left < MinPause ? MinPause : left < MaxBreak ? left : MaxBreak;
        return _outage is { } outage ? outage.PauseAsync(left, cancellationToken) : options.Time.Pause(left, cancellationToken);
    }

    /// <summary>Says once that the call waits for an outage.</summary>
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

        // Cancelled: it says nothing, and a trial that says nothing must not end an outage.
        return IsOpen;
    }
}
