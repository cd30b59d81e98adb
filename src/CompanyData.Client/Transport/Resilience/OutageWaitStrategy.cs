using Polly;
using Polly.CircuitBreaker;

namespace CompanyData.Transport;

/// <summary>Lets the calls of long work wait until an outage is over; those of a person at the prompt fail in their time.</summary>
/// <param name="breaker">The session's.</param>
/// <param name="probe">Asks the service whether it is back; null where only a call itself can find out.</param>
internal sealed class OutageWaitStrategy(ServiceCircuitBreaker breaker, Func<CancellationToken, Task>? probe) : ResilienceStrategy
{
    protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
        => ApiCall.From(context) is { OutlastsOutages: true } call ? OutlastAsync(call, callback, context, state) : callback(context, state);

    private async ValueTask<Outcome<TResult>> OutlastAsync<TResult, TState>(
        ApiCall call, Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        while (true)
        {
            if (breaker.IsOpen)
            {
                await breaker.WaitAsync(call, probe, context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
            }

            Outcome<TResult> outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
            if (outcome.Exception is not BrokenCircuitException)
            {
                return outcome;
            }
        }
    }
}
