using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace CompanyData.Transport;

/// <summary>The named policies in their fixed order; the first is the outermost.</summary>
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

    /// <summary>The policies of a single attempt; a probe has no others.</summary>
    /// <param name="options">How the service is reached.</param>
    /// <param name="breaker">Whether it is down.</param>
    public static ResiliencePipeline BuildAttempt(ServiceOptions options, ServiceCircuitBreaker breaker)
        => new ResiliencePipelineBuilder { TimeProvider = new MonotonicTimeProvider(options.Time) }
            .AddStrategy(_ => new OutageObserverStrategy(breaker), new SessionPolicyOptions { Name = OutageObserver })
            .AddCircuitBreaker(breaker.CreateOptions(CircuitBreaker))
            .AddTimeout(new TimeoutStrategyOptions { Name = AttemptTimeout, TimeoutGenerator = args => new(AttemptTimeoutOf(args.Context, options)) })
            .Build();

    /// <summary>All policies, around those of an attempt.</summary>
    /// <param name="service">Its name.</param>
    /// <param name="options">How it is reached.</param>
    /// <param name="gate">The session's pace.</param>
    /// <param name="breaker">Whether it is down.</param>
    /// <param name="attempt">What <see cref="BuildAttempt"/> returned.</param>
    /// <param name="probe">Asks the service whether it answers, and returns the failure; null where only a call itself can find out.</param>
    /// <param name="random">From 0 up to 1.</param>
    public static ResiliencePipeline Build(
        string service,
        ServiceOptions options,
        AdaptiveRateLimiter gate,
        ServiceCircuitBreaker breaker,
        ResiliencePipeline attempt,
        Func<CancellationToken, Task<Exception?>>? probe,
        Func<double> random)
    {
        ResiliencePipelineBuilder builder = new() { Name = service, TimeProvider = options.Time };
        Add(OutageWait, new OutageWaitStrategy(breaker, probe, options.MaxRetries));
        Add(RateLimit, new AdaptiveRateLimiterStrategy(gate, holdsRepeats: false));
        builder.AddTimeout(new TimeoutStrategyOptions { Name = TotalTimeout, TimeoutGenerator = args => new(options.TotalTimeoutFor(AttemptTimeoutOf(args.Context, options))) });
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(RetryOptions(options, hasProbe: probe is not null, random));
            Add(RepeatRateLimit, new AdaptiveRateLimiterStrategy(gate, holdsRepeats: true));
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
    /// A call that waits for the end of an outage begins anew then, but is not sent more often unless the outage made it fail. It is not sent
    /// for the last time before the service is known to answer.
    /// </summary>
    private static bool MayRepeat(ApiCall call, Exception exception, ServiceOptions options, bool hasProbe)
        => FailureClassifier.Classify(exception).AllowsRepeat(call.Request.Safety)
            && call.MayAttempt(hasProbe && call.OutlastsOutages && ServiceCircuitBreaker.MeansDown(exception) ? options.MaxRetries - 1 : options.MaxRetries)
            && (call.OutlastsOutages ? exception is not BrokenCircuitException : !RetryDelay.IsTooLong(AskedFor(exception)));

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
        // Negative while a trial takes longer than it should.
        BrokenCircuitException { RetryAfter: { } left } when left > TimeSpan.Zero => left,
        _ => null,
    };
}
