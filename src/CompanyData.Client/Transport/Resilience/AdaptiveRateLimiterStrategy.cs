using Polly;

namespace CompanyData.Transport;

/// <summary>The rate limit as a policy of the pipeline. Polly's own limiter knows rates; these services publish none, they ask.</summary>
/// <param name="gate">The session's.</param>
/// <param name="holdsRepeats">Whether it holds the repeats of a call, which are within its total time-out, or its first attempt, which is not.</param>
internal sealed class AdaptiveRateLimiterStrategy(AdaptiveRateLimiter gate, bool holdsRepeats) : ResilienceStrategy
{
    protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        if (ApiCall.From(context).IsRepeat != holdsRepeats)
        {
            return callback(context, state);
        }

        ValueTask turn = gate.WaitAsync(context.CancellationToken);
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
            // As an outcome, so that a time-out around it knows its own.
            return Outcome.FromException<TResult>(exception);
        }

        return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
    }
}
