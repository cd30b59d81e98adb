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
    public const string CircuitBreaker = "circuit-breaker";
    public const string AttemptTimeout = "attempt-timeout";

    /// <param name="service">Its name.</param>
    /// <param name="options">How it is reached.</param>
    /// <param name="gate">The session's pace.</param>
    /// <param name="breaker">Whether it is down.</param>
    /// <param name="probe">Asks it whether it is back; null where only a call itself can find out.</param>
    /// <param name="random">From 0 up to 1.</param>
    public static ResiliencePipeline Build(
        string service, ServiceOptions options, AdaptiveRateLimiter gate, ServiceCircuitBreaker breaker, Func<CancellationToken, Task>? probe, Func<double> random)
    {
        ResiliencePipelineBuilder builder = new() { Name = service, TimeProvider = options.Time };
        Add(OutageWait, new OutageWaitStrategy(breaker, probe));
        Add(RateLimit, new AdaptiveRateLimiterStrategy(gate, holdsRepeats: false));
        builder.AddTimeout(new TimeoutStrategyOptions { Name = TotalTimeout, TimeoutGenerator = args => new(options.TotalTimeoutFor(AttemptTimeoutOf(args.Context, options))) });
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(RetryOptions(options, random));
            Add(RepeatRateLimit, new AdaptiveRateLimiterStrategy(gate, holdsRepeats: true));
        }

        Add(CircuitBreaker, new ServiceCircuitBreakerStrategy(breaker));
        builder.AddTimeout(new TimeoutStrategyOptions { Name = AttemptTimeout, TimeoutGenerator = args => new(AttemptTimeoutOf(args.Context, options)) });
        return builder.Build();

        void Add(string name, ResilienceStrategy policy) => builder.AddStrategy(_ => policy, new SessionPolicyOptions { Name = name });
    }

    private static RetryStrategyOptions RetryOptions(ServiceOptions options, Func<double> random) => new()
    {
        Name = Retry,
        MaxRetryAttempts = options.MaxRetries,
        ShouldHandle = args => new(args.Outcome.Exception is { } exception && MayRepeat(ApiCall.From(args.Context), exception, options)),
        DelayGenerator = args => new(RetryDelay.Compute(args.AttemptNumber, AskedFor(args.Outcome.Exception), random())),
        OnRetry = args =>
        {
            ApiCall.From(args.Context).MayHaveTakenEffect |= FailureClassifier.Classify(args.Outcome.Exception!).MayHaveTakenEffect;
            return default;
        },
    };

    /// <summary>A call that waits for the end of an outage begins anew then, but is not sent more often for that.</summary>
    private static bool MayRepeat(ApiCall call, Exception exception, ServiceOptions options)
        => FailureClassifier.Classify(exception).AllowsRepeat(call.Request.Safety)
            && call.Attempts - call.Probes <= options.MaxRetries
            && !(call.OutlastsOutages && exception is BrokenCircuitException);

    private static TimeSpan AttemptTimeoutOf(ResilienceContext context, ServiceOptions options)
        => ApiCall.From(context).Request.Timeout is { } own && own > options.AttemptTimeout ? own : options.AttemptTimeout;

    private static TimeSpan? AskedFor(Exception? exception) => exception switch
    {
        ApiException api => api.RetryAfter,
        BrokenCircuitException broken => broken.RetryAfter,
        _ => null,
    };
}
