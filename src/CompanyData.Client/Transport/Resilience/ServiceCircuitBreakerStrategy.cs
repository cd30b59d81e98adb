using Polly;
using Polly.CircuitBreaker;

namespace CompanyData.Transport;

/// <summary>The session's breaker as a policy of the pipeline, around each attempt.</summary>
internal sealed class ServiceCircuitBreakerStrategy(ServiceCircuitBreaker breaker) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        ApiCall call = ApiCall.From(context);
        if (!breaker.Admits(call, out TimeSpan left))
        {
            return Outcome.FromException<TResult>(new BrokenCircuitException("The service does not answer.", left));
        }

        Outcome<TResult> outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        breaker.Report(call, outcome.Exception);
        return outcome;
    }
}
