using System.Net.Sockets;
using Polly;

namespace CompanyData.Concurrency;

/// <summary>The policies of a session before a service that answers as it is told to.</summary>
internal sealed class PolicyWorld
{
    private readonly VirtualTime _time;
    private readonly ResiliencePipeline _attempt;
    private readonly ResiliencePipeline _pipeline;

    public PolicyWorld(VirtualTime time, bool hasProbe, int maxRetries = 0)
    {
        _time = time;
        ServiceOptions options = new() { BaseUri = new("https://api.example.test"), MaxRetries = maxRetries, Time = time };
        AdaptiveRateLimiter gate = new(time, () => 0.5);
        ServiceCircuitBreaker breaker = new(new ExampleDialect(), options, gate);
        _attempt = ResiliencePolicies.BuildAttempt(options, breaker);
        _pipeline = ResiliencePolicies.Build("Example", options, gate, breaker, _attempt, hasProbe ? ProbeAsync : null, () => 0.5);
    }

    public bool IsUp { get; set; } = true;

    public Task<bool> CallAsync() => CallAsync(() => IsUp);

    public Task<bool> CallAsync(Func<bool> answers) => RunAsync(_pipeline, new ApiCall(ApiRequest.Get("users", "read"), 0), answers);

    /// <summary>A call of long work: it has to succeed in the end.</summary>
    public async Task CallPatientlyAsync()
    {
        CallScope.WaitForRecovery();
        Specification.Assert(await CallAsync(), "A call of long work has failed.");
    }

    /// <summary>Failures in a row, one fewer than an outage has.</summary>
    public async Task FailNineTimesAsync()
    {
        for (int i = 0; i < 9; i++)
        {
            await CallAsync(() => false);
        }
    }

    private async Task<bool> RunAsync(ResiliencePipeline pipeline, ApiCall call, Func<bool> answers)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get();
        context.Properties.Set(ApiCall.Key, call);
        Outcome<bool> outcome = await pipeline.ExecuteOutcomeAsync<bool, Func<bool>>(
            async (_, _) =>
            {
                call.Attempts++;
                call.LastSent = _time.GetTimestamp();
                await Task.Yield();
                return answers() ? Outcome.FromResult(true) : Outcome.FromException<bool>(new HttpRequestException("Nothing listens.", new SocketException((int)SocketError.ConnectionRefused)));
            },
            context,
            answers);
        return outcome.Exception is null;
    }

    private async Task<Exception?> ProbeAsync(CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        ApiCall call = new(ApiRequest.Get("profile", "ask"), 0) { IsProbe = true };
        context.Properties.Set(ApiCall.Key, call);
        Outcome<bool> outcome = await _attempt.ExecuteOutcomeAsync<bool, PolicyWorld>(
            async (_, world) =>
            {
                await Task.Yield();
                return world.IsUp ? Outcome.FromResult(true) : Outcome.FromException<bool>(new HttpRequestException("Nothing listens.", new SocketException((int)SocketError.ConnectionRefused)));
            },
            context,
            this);
        return outcome.Exception;
    }
}
