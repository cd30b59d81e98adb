using Polly;

namespace CompanyData.Transport;

/// <summary>Adds the session's rate limiter to the pipeline. Polly's limiters need a fixed rate, and these services publish none.</summary>
/// <param name="limiter">The session's rate limiter.</param>
/// <param name="holdsRepeats">True to delay retries, within the total time-out; false to delay first attempts, outside of it.</param>
internal sealed class AdaptiveRateLimiterStrategy(AdaptiveRateLimiter limiter, bool holdsRepeats) : ResilienceStrategy
{
    protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        if (ApiCall.From(context).IsRepeat != holdsRepeats)
        {
            return callback(context, state);
        }

        ValueTask turn = limiter.WaitAsync(context.CancellationToken);
        return turn.IsCompletedSuccessfully ? callback(context, state) : HoldAsync(turn, callback, context, state);
    }

    private static async ValueTask<Outcome<TResult>> HoldAsync<TResult, TState>(
        ValueTask turn, Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        try
        {
            await turn.ConfigureAwait(context.ContinueOnCapturedContext);
        }
        catch (OperationCanceledException exception)
        {
            // Returned as an outcome, so that an outer time-out recognises its own cancellation.
            return Outcome.FromException<TResult>(exception);
        }

        return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
    }
}
