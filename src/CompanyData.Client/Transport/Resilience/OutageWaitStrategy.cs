using Polly;
using Polly.CircuitBreaker;

namespace CompanyData.Transport;

/// <summary>
/// Lets the calls of long-running operations wait until an outage is over; all others fail in their time. Such a call fails because
/// the service is down only after the service has answered something else.
/// </summary>
/// <param name="breaker">The session's.</param>
/// <param name="probe">Asks the service, through the breaker, whether it answers, and returns the failure; null where only a call itself can find out.</param>
/// <param name="maxRetries">How often a call is repeated. The last time is after the service has answered; without retries nobody asks.</param>
internal sealed class OutageWaitStrategy(ServiceCircuitBreaker breaker, Func<CancellationToken, Task<Exception?>>? probe, int maxRetries) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        ApiCall call = ApiCall.From(context);
        while (true)
        {
            if (call.OutlastsOutages && probe is not null)
            {
                await WaitForRecoveryAsync(call, probe, context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
            }

            Outcome<TResult> outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
            if (!call.OutlastsOutages
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

    /// <summary>Whether an outage made the call fail and it may be sent again afterwards.</summary>
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

        // The service answers: it is this call's own failure, unless the last time tells otherwise.
        return call.MayAttempt(maxRetries) || call.Outage is { IsConfirmed: true };
    }
}
