using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace CompanyData.Transport;

/// <summary>The named policies in their fixed order; the first is the outermost.</summary>
internal static class ResiliencePolicies
{
    public const string RateLimit = "rate-limit";
    public const string TotalTimeout = "total-timeout";
    public const string Retry = "retry";
    public const string CircuitBreaker = "circuit-breaker";
    public const string AttemptTimeout = "attempt-timeout";

    public static ResiliencePipeline Build(string service, ServiceOptions options, RateGate gate, Func<double> random)
    {
        ResiliencePipelineBuilder builder = new() { Name = service, TimeProvider = options.Time };
        builder.AddStrategy(_ => new RateGateStrategy(gate), new RateGateOptions { Name = RateLimit });
        builder.AddTimeout(new TimeoutStrategyOptions { Name = TotalTimeout, TimeoutGenerator = args => new(options.TotalTimeoutFor(AttemptTimeoutOf(args.Context, options))) });
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(RetryOptions(options, random));
        }

        builder.AddCircuitBreaker(BreakerOptions());
        builder.AddTimeout(new TimeoutStrategyOptions { Name = AttemptTimeout, TimeoutGenerator = args => new(AttemptTimeoutOf(args.Context, options)) });
        return builder.Build();
    }

    private static RetryStrategyOptions RetryOptions(ServiceOptions options, Func<double> random) => new()
    {
        Name = Retry,
        MaxRetryAttempts = options.MaxRetries,
        ShouldHandle = args => new(args.Outcome.Exception is { } exception
            && args.Context.Properties.TryGetValue(ApiCall.Key, out ApiCall? call)
            && FailureClassifier.Classify(exception).AllowsRepeat(call.Request.Safety)),
        DelayGenerator = args => new(RetryDelay.Compute(args.AttemptNumber, AskedFor(args.Outcome.Exception), random())),
        OnRetry = args =>
        {
            if (args.Context.Properties.TryGetValue(ApiCall.Key, out ApiCall? call))
            {
                call.MayHaveTakenEffect |= FailureClassifier.Classify(args.Outcome.Exception!).MayHaveTakenEffect;
            }

            return default;
        },
    };

    /// <summary>Breaks only when nearly everything fails: a service that is down, not one that stumbles.</summary>
    private static CircuitBreakerStrategyOptions BreakerOptions() => new()
    {
        Name = CircuitBreaker,
        FailureRatio = 0.9,
        MinimumThroughput = 20,
        SamplingDuration = TimeSpan.FromSeconds(30),
        BreakDuration = TimeSpan.FromSeconds(10),
        ShouldHandle = args => new(args.Outcome.Exception is { } exception && CountsAsDown(FailureClassifier.Classify(exception))),
    };

    private static TimeSpan AttemptTimeoutOf(ResilienceContext context, ServiceOptions options)
        => context.Properties.TryGetValue(ApiCall.Key, out ApiCall? call) && call.Request.Timeout is { } own && own > options.AttemptTimeout
            ? own
            : options.AttemptTimeout;

    private static bool CountsAsDown(Failure failure)
        => failure is { Transient: true, Kind: ApiErrorKind.ServerError or ApiErrorKind.Network or ApiErrorKind.Timeout };

    private static TimeSpan? AskedFor(Exception? exception) => exception switch
    {
        ApiException api => api.RetryAfter,
        BrokenCircuitException broken => broken.RetryAfter,
        _ => null,
    };
}
