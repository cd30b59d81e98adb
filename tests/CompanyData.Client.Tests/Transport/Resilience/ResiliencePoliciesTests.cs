using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;
using Polly;
using Polly.Retry;
using Polly.Testing;
using Polly.Timeout;

namespace CompanyData.Client.Tests.Transport;

/// <summary>Which policies a request passes, in which order, and how they are set.</summary>
public class ResiliencePoliciesTests
{
    [Fact]
    public void Build_WithRetries_HasItsPoliciesInOrder() => Assert.Equal(
        ["wait-for-recovery", "rate-limit", "total-timeout", "retry", "repeat-rate-limit", "outage-observer", "circuit-breaker", "attempt-timeout"],
        StrategiesOf(maxRetries: 5).Select(options => options.Name));

    [Fact]
    public void Build_WithoutRetries_LacksOnlyTheirPolicies() => Assert.Equal(
        ["wait-for-recovery", "rate-limit", "total-timeout", "outage-observer", "circuit-breaker", "attempt-timeout"],
        StrategiesOf(maxRetries: 0).Select(options => options.Name));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Build_WithRetries_MakesAsManyAsTheSessionAllows(int maxRetries) =>
        Assert.Equal(maxRetries, Assert.Single(StrategiesOf(maxRetries).OfType<RetryStrategyOptions>()).MaxRetryAttempts);

    /// <summary>A call may ask for more time than the session gives, never for less.</summary>
    [Theory]
    [InlineData(null, 100)]
    [InlineData(10, 100)]
    [InlineData(300, 300)]
    public async Task AttemptTimeout_IsTheLongerOfTheSessionsAndTheCallsOwn(int? ownSeconds, int seconds)
    {
        TimeSpan? own = ownSeconds is { } given ? TimeSpan.FromSeconds(given) : null;
        Assert.Equal(TimeSpan.FromSeconds(seconds), await TimeoutAsync("attempt-timeout", own));
    }

    /// <summary>Otherwise the outer limit would end a request before its own policies have.</summary>
    [Fact]
    public async Task TotalTimeout_LeavesRoomForEveryAttemptAndTheWaitsBetween() =>
        Assert.True(await TimeoutAsync("total-timeout", null) > 6 * TimeSpan.FromSeconds(100));

    [Theory]
    [InlineData(100, 30)]
    [InlineData(10, 10)]
    public async Task AttemptTimeout_OfAProbe_IsShort(int sessionSeconds, int seconds)
        => Assert.Equal(TimeSpan.FromSeconds(seconds), await TimeoutAsync("attempt-timeout", null, isProbe: true, TimeSpan.FromSeconds(sessionSeconds)));

    private static async Task<TimeSpan> TimeoutAsync(string policy, TimeSpan? own, bool isProbe = false, TimeSpan? session = null)
    {
        ApiRequest request = new() { Method = HttpMethod.Get, Path = "profile", Operation = "read the profile", Timeout = own };
        ResilienceContext context = ResilienceContextPool.Shared.Get(TestContext.Current.CancellationToken);
        context.Properties.Set(ApiCall.Key, new ApiCall(request, started: 0) { IsProbe = isProbe });

        TimeoutStrategyOptions timeout = StrategiesOf(maxRetries: 5, session).OfType<TimeoutStrategyOptions>().Single(options => options.Name == policy);
        return await timeout.TimeoutGenerator!(new(context));
    }

    private static IEnumerable<ResilienceStrategyOptions> StrategiesOf(int maxRetries, TimeSpan? attemptTimeout = null)
    {
        QardDialect dialect = new(new Secret(Wire.Key));
        ServiceOptions options = new() { BaseUri = new("https://api.example.test/"), MaxRetries = maxRetries, AttemptTimeout = attemptTimeout ?? TimeSpan.FromSeconds(100) };
        AdaptiveRateLimiter limiter = new(options.Time, Jitter.Next);
        ServiceCircuitBreaker breaker = new(dialect, options, limiter);
        ResiliencePipeline attempt = ResiliencePolicies.BuildAttempt(options, breaker);
        ResiliencePipeline pipeline = ResiliencePolicies.Build(dialect.Service, options, limiter, breaker, attempt, probe: null, Jitter.Next);
        return pipeline.GetPipelineDescriptor().Strategies.Select(strategy => strategy.Options!);
    }
}
