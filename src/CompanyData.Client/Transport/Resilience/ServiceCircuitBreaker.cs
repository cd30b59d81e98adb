namespace CompanyData.Transport;

/// <summary>
/// Knows whether a session's service is down: when so many attempts in a row failed and not one came through. Polly's breaker goes
/// by shares within a time; after a busy minute it would notice an outage too late, and with one slow request at a time never.
/// While the service is down, one request every few seconds tries whether it is back.
/// </summary>
#pragma warning disable CA1001 // The semaphore never makes a wait handle, so there is nothing to dispose; late callers may still use it.
internal sealed class ServiceCircuitBreaker(ServiceDialect dialect, ServiceOptions options, AdaptiveRateLimiter gate)
{
    /// <summary>Until it is tried for the first time; doubles from there.</summary>
    private static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestBreak = TimeSpan.FromSeconds(10);

    private readonly object _lock = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>More than one call's attempts, so that a single request that always fails is not taken for an outage.</summary>
    private readonly int _threshold = Math.Max(10, 2 * (options.MaxRetries + 1));
    private volatile Outage? _outage;
    private int _failures;
    private long _triedAt;
    private TimeSpan _break;

    public bool IsOpen => _outage is not null;

    private TimeSpan Left
    {
        get
        {
            lock (_lock)
            {
                return _break - options.Time.GetElapsedTime(_triedAt);
            }
        }
    }

    /// <summary>Whether a call may be sent now.</summary>
    /// <param name="call">Which.</param>
    /// <param name="left">Where not, how long it is until the service is tried again.</param>
    public bool Admits(ApiCall call, out TimeSpan left)
    {
        left = TimeSpan.Zero;
        bool isProbe = call.IsProbe;
        call.IsProbe = false;
        if (_outage is not { } outage)
        {
            return true;
        }

        if (isProbe || TryClaim())
        {
            call.Probes++;
            return true;
        }

        left = Left;
        Hold(call, outage);
        return false;
    }

    /// <summary>Waits for the end of an outage, in the order of the callers.</summary>
    /// <param name="call">What waits.</param>
    /// <param name="probe">Asks the service whether it is back; null where only the call itself can find out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WaitAsync(ApiCall call, Func<CancellationToken, Task>? probe, CancellationToken cancellationToken)
    {
        if (_outage is { } met)
        {
            Hold(call, met);
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (_outage is { } outage)
            {
                if (!TryClaim())
                {
                    await outage.PauseAsync(Left, cancellationToken).ConfigureAwait(false);
                }
                else if (probe is not null)
                {
                    await probe(cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    call.IsProbe = true;
                    return;
                }
            }
        }
        finally
        {
            _turn.Release();
        }

        Release(call);
    }

    /// <summary>What came of an attempt.</summary>
    public void Report(ApiCall call, Exception? exception)
    {
        if (exception is null or ApiException && !IsDown(exception))
        {
            Close();
            Release(call);
        }
        else if (IsDown(exception) && _outage is null && Interlocked.Increment(ref _failures) >= _threshold)
        {
            Open(exception!);
        }
    }

    private static bool IsDown(Exception? exception)
        => exception is not null
            && FailureClassifier.Classify(exception) is { Transient: true, Kind: ApiErrorKind.ServerError or ApiErrorKind.Network or ApiErrorKind.Timeout };

    private static void Hold(ApiCall call, Outage outage)
    {
        if (call.Outage != outage)
        {
            call.Outage = outage;
            outage.Announce();
        }
    }

    private static void Release(ApiCall call)
    {
        if (call.Outage is { IsOver: true } over)
        {
            call.Outage = null;
            over.Announce();
        }
    }

    private bool TryClaim()
    {
        lock (_lock)
        {
            bool isDue = Left <= TimeSpan.Zero;
            if (isDue)
            {
                _triedAt = options.Time.GetTimestamp();
                _break = TimeSpan.FromTicks(Math.Min(2 * _break.Ticks, LongestBreak.Ticks));
            }

            return isDue;
        }
    }

    private void Open(Exception exception)
    {
        lock (_lock)
        {
            if (_outage is null)
            {
                _triedAt = options.Time.GetTimestamp();
                _break = FirstBreak;
                _outage = new(dialect.Service, ApiExceptionFactory.Describe(exception, dialect), options.Time);
            }
        }
    }

    private void Close()
    {
        if (Volatile.Read(ref _failures) == 0)
        {
            return;
        }

        Outage? over;
        lock (_lock)
        {
            Volatile.Write(ref _failures, 0);
            over = _outage;
            _outage = null;
        }

        if (over is not null)
        {
            // All that has waited would leave at once.
            gate.CloseFor(TimeSpan.Zero);
            over.End();
        }
    }
}
