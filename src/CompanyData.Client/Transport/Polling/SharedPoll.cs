namespace CompanyData.Transport;

/// <summary>A polled subject with its latest state.</summary>
#pragma warning disable CA1001 // The semaphore never allocates a wait handle, so there is nothing to dispose.
internal sealed class SharedPoll
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private object? _last;
    private long _lastAt = long.MinValue;

    /// <summary>Number of waits that share this subject.</summary>
    public int Waits { get; set; }

    /// <summary>Returns the state that another wait has polled since <paramref name="seen"/>, or polls.</summary>
    /// <param name="seen">Timestamp of the poll whose state the caller saw last; older states are not returned.</param>
    /// <param name="poll">Reads the current state.</param>
    /// <param name="turns">Limits the polls of the session.</param>
    /// <param name="time">The clock of the timestamps.</param>
    /// <param name="cancellationToken">Cancels this wait; other waits for the subject continue.</param>
    public async ValueTask<(TSeen What, long At)> PollAsync<TSeen>(
        long seen, Func<CancellationToken, Task<TSeen>> poll, PacedQueue turns, TimeProvider time, CancellationToken cancellationToken)
        where TSeen : class
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_lastAt <= seen)
            {
                await turns.WaitAsync(cancellationToken).ConfigureAwait(false);
                long at = time.GetTimestamp();
                _last = await poll(cancellationToken).ConfigureAwait(false);
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
