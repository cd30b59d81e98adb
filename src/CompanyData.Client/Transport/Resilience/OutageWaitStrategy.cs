using Polly;
using Polly.CircuitBreaker;

namespace CompanyData.Transport;

/// <summary>
/// Makes the calls of long-running operations wait until an outage is over; all other calls fail as usual. A waiting call fails with an
/// outage error only if the service has responded to another request in the meantime.
/// </summary>
/// <param name="breaker">The session's circuit breaker.</param>
/// <param name="probe">Sends a probe through the breaker and returns its failure; null for a service without a probe.</param>
/// <param name="maxRetries">Retries per call. The last one is sent only after the service has responded; with 0 no probe is sent.</param>
internal sealed class OutageWaitStrategy(ServiceCircuitBreaker breaker, Func<CancellationToken, Task<Exception?>>? probe, int maxRetries) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        ApiCall call = ApiCall.From(context);
        while (true)
        {
            if (call.WaitsForRecovery && probe is not null)
            {
                await WaitForRecoveryAsync(call, probe, context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
            }

            Outcome<TResult> outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
            if (!call.WaitsForRecovery
                || !await IsOutageAsync(call, outcome.Exception, context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext))
            {
                call.Release();
                return outcome;
            }
        }
    }

    private async Task WaitForRecoveryAsync(ApiCall call, Func<CancellationToken, Task<Exception?>> ask, CancellationToken cancellationToken)
    {
        while (breaker.IsOpen)
        {
            breaker.Hold(call);
            if (await ask(cancellationToken).ConfigureAwait(false) is BrokenCircuitException rejection)
            {
                await breaker.PauseAsync(rejection, cancellationToken).ConfigureAwait(false);
            }
        }

        breaker.Observe(call, exception: null, isTrial: false);
        call.Release();
    }

    /// <summary>Whether the call failed because of an outage and may be sent again after it.</summary>
    private async Task<bool> IsOutageAsync(ApiCall call, Exception? exception, CancellationToken cancellationToken)
    {
        if (exception is BrokenCircuitException rejection)
        {
            await breaker.PauseAsync(rejection, cancellationToken).ConfigureAwait(false);
            return true;
        }

        if (!ServiceCircuitBreaker.MeansDown(exception) || !FailureClassifier.Classify(exception!).AllowsRepeat(call.Request.Safety))
        {
            return false;
        }

        if (probe is null || maxRetries == 0)
        {
            return breaker.IsOpen;
        }

        while (!breaker.HasAnsweredSince(call.LastSent))
        {
            Exception? failure = await probe(cancellationToken).ConfigureAwait(false);
            breaker.Hold(call);
            if (failure is BrokenCircuitException circuit && call.Outage is not { IsConfirmed: true })
            {
                await breaker.PauseAsync(circuit, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (failure is BrokenCircuitException || ServiceCircuitBreaker.MeansDown(failure))
            {
                return true;
            }

            break;
        }

        // The service responds, so the call itself is at fault, unless it has attempts left or a probe confirmed the outage.
        return call.MayAttempt(maxRetries) || call.Outage is { IsConfirmed: true };
    }
}
