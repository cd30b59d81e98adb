using Polly;
using Polly.CircuitBreaker;

namespace CompanyData.Transport;

/// <summary>Tells the session's breaker what came of each attempt, around Polly's strategy, which has changed the state by then.</summary>
internal sealed class OutageObserverStrategy(ServiceCircuitBreaker breaker) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        bool wasOpen = breaker.IsOpen;
        Outcome<TResult> outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        breaker.Observe(ApiCall.From(context), outcome.Exception, isTrial: wasOpen && outcome.Exception is not BrokenCircuitException);
        return outcome;
    }
}
