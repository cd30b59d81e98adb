using Polly;

namespace CompanyData.Transport;

/// <summary>The rate limit as a policy of the pipeline. Polly's own limiter knows rates; these services publish none, they ask.</summary>
internal sealed class RateGateStrategy(RateGate gate) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        await gate.WaitAsync(context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
        return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
    }
}
