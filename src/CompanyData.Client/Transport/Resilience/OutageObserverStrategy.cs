using Polly;

namespace CompanyData.Transport;

/// <summary>Reports the outcome of each attempt to the session's circuit breaker, after Polly's strategy has updated the state of the circuit.</summary>
internal sealed class OutageObserverStrategy(ServiceCircuitBreaker breaker) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        bool wasOpen = breaker.IsOpen;
        Outcome<TResult> outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        breaker.Observe(ApiCall.From(context), outcome.Exception, isTrial: wasOpen);
        return outcome;
    }
}
