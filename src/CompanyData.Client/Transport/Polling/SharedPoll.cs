namespace CompanyData.Transport;

/// <summary>Something that is waited for, and what was seen of it last.</summary>
#pragma warning disable CA1001 // The semaphore never makes a wait handle, so there is nothing to dispose.
internal sealed class SharedPoll
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private object? _last;
    private long _lastAt = long.MinValue;

    /// <summary>How many wait for it.</summary>
    public int Waits { get; set; }

    /// <summary>What another has seen since, or a look of one's own.</summary>
    /// <param name="seen">When what this one saw last was asked for (a timestamp); nothing older counts.</param>
    /// <param name="look">Fetches what there is to see.</param>
    /// <param name="turns">The session's looks.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it; those who look at the same go on.</param>
    public async ValueTask<(TSeen What, long At)> LookAsync<TSeen>(
        long seen, Func<CancellationToken, Task<TSeen>> look, PacedQueue turns, TimeProvider time, CancellationToken cancellationToken)
        where TSeen : class
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_lastAt <= seen)
            {
                await turns.WaitAsync(cancellationToken).ConfigureAwait(false);
                long at = time.GetTimestamp();
                _last = await look(cancellationToken).ConfigureAwait(false);
                _lastAt = at;
            }

            return ((TSeen)_last!, _lastAt);
        }
        finally
        {
            _turn.Release();
        }
    }
}
