using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace CompanyData.Transport;

/// <summary>Builds the resilience pipeline. The policies are named in their order, from the outermost to the innermost.</summary>
internal static class ResiliencePolicies
{
    public const string OutageWait = "wait-for-recovery";
    public const string RateLimit = "rate-limit";
    public const string TotalTimeout = "total-timeout";
    public const string Retry = "retry";
    public const string RepeatRateLimit = "repeat-rate-limit";
    public const string OutageObserver = "outage-observer";
    public const string CircuitBreaker = "circuit-breaker";
    public const string AttemptTimeout = "attempt-timeout";

    private static readonly TimeSpan MaxProbeTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Builds the policies of a single attempt; probes use only these.</summary>
    /// <param name="options">Time-outs and clock.</param>
    /// <param name="breaker">The session's circuit breaker.</param>
    public static ResiliencePipeline BuildAttempt(ServiceOptions options, ServiceCircuitBreaker breaker)
        => new ResiliencePipelineBuilder { TimeProvider = new MonotonicTimeProvider(options.Time) }
            .AddStrategy(_ => new OutageObserverStrategy(breaker), new SessionPolicyOptions { Name = OutageObserver })
            .AddCircuitBreaker(breaker.CreateOptions(CircuitBreaker))
            .AddTimeout(new TimeoutStrategyOptions { Name = AttemptTimeout, TimeoutGenerator = args => new(AttemptTimeoutOf(args.Context, options)) })
            .Build();

    /// <summary>Builds the whole pipeline around the policies of an attempt.</summary>
    /// <param name="service">Name of the service.</param>
    /// <param name="options">Time-outs, retries and clock.</param>
    /// <param name="limiter">The session's rate limiter.</param>
    /// <param name="breaker">The session's circuit breaker.</param>
    /// <param name="attempt">The result of <see cref="BuildAttempt"/>.</param>
    /// <param name="probe">Sends a probe and returns its failure; null for a service without a probe.</param>
    /// <param name="random">Random numbers from 0 (inclusive) to 1 (exclusive).</param>
    public static ResiliencePipeline Build(
        string service,
        ServiceOptions options,
        AdaptiveRateLimiter limiter,
        ServiceCircuitBreaker breaker,
        ResiliencePipeline attempt,
        Func<CancellationToken, Task<Exception?>>? probe,
        Func<double> random)
    {
        ResiliencePipelineBuilder builder = new() { Name = service, TimeProvider = options.Time };
        Add(OutageWait, new OutageWaitStrategy(breaker, probe, options.MaxRetries));
        Add(RateLimit, new AdaptiveRateLimiterStrategy(limiter, holdsRepeats: false));
        builder.AddTimeout(new TimeoutStrategyOptions { Name = TotalTimeout, TimeoutGenerator = args => new(options.TotalTimeoutFor(AttemptTimeoutOf(args.Context, options))) });
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(RetryOptions(options, hasProbe: probe is not null, random));
            Add(RepeatRateLimit, new AdaptiveRateLimiterStrategy(limiter, holdsRepeats: true));
        }

        return builder.AddPipeline(attempt).Build();

        void Add(string name, ResilienceStrategy policy) => builder.AddStrategy(_ => policy, new SessionPolicyOptions { Name = name });
    }

    private static RetryStrategyOptions RetryOptions(ServiceOptions options, bool hasProbe, Func<double> random) => new()
    {
        Name = Retry,
        MaxRetryAttempts = options.MaxRetries,
        ShouldHandle = args => new(args.Outcome.Exception is { } exception && MayRepeat(ApiCall.From(args.Context), exception, options, hasProbe)),
        DelayGenerator = args => new(RetryDelay.Compute(args.AttemptNumber, AskedFor(args.Outcome.Exception), random())),
        OnRetry = args =>
        {
            ApiCall.From(args.Context).MayHaveTakenEffect |= FailureClassifier.Classify(args.Outcome.Exception!).MayHaveTakenEffect;
            return default;
        },
    };

    /// <summary>
    /// A call that waits out an outage gets its attempts back only if the outage made them fail. Its last attempt is kept until the
    /// service is known to respond.
    /// </summary>
    private static bool MayRepeat(ApiCall call, Exception exception, ServiceOptions options, bool hasProbe)
        => FailureClassifier.Classify(exception).AllowsRepeat(call.Request.Safety)
            && call.MayAttempt(hasProbe && call.WaitsForRecovery && ServiceCircuitBreaker.MeansDown(exception) ? options.MaxRetries - 1 : options.MaxRetries)
            && (call.WaitsForRecovery ? exception is not BrokenCircuitException : !RetryDelay.IsTooLong(AskedFor(exception)));

    private static TimeSpan AttemptTimeoutOf(ResilienceContext context, ServiceOptions options)
    {
        ApiCall call = ApiCall.From(context);
        return call.Request.Timeout is { } own && own > options.AttemptTimeout ? own
            : call.IsProbe && MaxProbeTimeout < options.AttemptTimeout ? MaxProbeTimeout
            : options.AttemptTimeout;
    }

    private static TimeSpan? AskedFor(Exception? exception) => exception switch
    {
        ApiException api => api.RetryAfter,
        // Negative while a half-open trial takes longer than the break.
        BrokenCircuitException { RetryAfter: { } left } when left > TimeSpan.Zero => left,
        _ => null,
    };
}
