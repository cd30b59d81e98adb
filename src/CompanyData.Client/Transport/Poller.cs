namespace CompanyData.Transport;

/// <summary>Looks again and again until something is so, or time is up.</summary>
internal static class Poller
{
    /// <summary>A wait of hours is not given up for one bad moment of the service.</summary>
    private const int ToleratedFailures = 3;

    /// <param name="time">The clock.</param>
    /// <param name="timeout">How long to wait; null for as long as it takes.</param>
    /// <param name="look">What there is to see; null to go on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null where time was up.</returns>
    /// <exception cref="ApiException">Looking failed for good.</exception>
    public static async Task<T?> WaitAsync<T>(
        TimeProvider time, TimeSpan? timeout, Func<CancellationToken, Task<T?>> look, CancellationToken cancellationToken)
        where T : class
    {
        PollSchedule schedule = new();
        long started = time.GetTimestamp();
        int failures = 0;
        while (true)
        {
            try
            {
                if (await look(cancellationToken).ConfigureAwait(false) is { } result)
                {
                    return result;
                }

                failures = 0;
            }
            catch (ApiException exception) when (exception.IsTransient && ++failures < ToleratedFailures)
            {
                // Looked at again after the next pause.
            }

            TimeSpan pause = schedule.Next();
            if (timeout is { } limit)
            {
                TimeSpan left = limit - time.GetElapsedTime(started);
                if (left <= TimeSpan.Zero)
                {
                    return null;
                }

                pause = pause < left ? pause : left;
            }

            await time.Pause(pause, cancellationToken).ConfigureAwait(false);
        }
    }
}
