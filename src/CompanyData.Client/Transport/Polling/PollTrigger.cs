namespace CompanyData.Transport;

/// <summary>Tells a wait when to poll, so that it polls by itself only for safety.</summary>
internal abstract class PollTrigger
{
    /// <summary>Delay to the next poll if nothing triggers it.</summary>
    /// <param name="elapsed">Elapsed time of the wait or, where it is known, of the operation.</param>
    /// <param name="typical">What is known of the duration; null where nothing is.</param>
    /// <returns>Null to poll by time alone.</returns>
    public abstract TimeSpan? NextPoll(TimeSpan elapsed, TypicalDuration? typical);

    /// <summary>Completes when it is time to poll.</summary>
    public abstract Task WaitAsync();

    /// <summary>The state was polled.</summary>
    /// <param name="hasEnded">Whether the wait is over.</param>
    /// <param name="elapsed">As for <see cref="NextPoll"/>.</param>
    public abstract void OnPolled(bool hasEnded, TimeSpan elapsed);
}
