namespace CompanyData.Transport;

/// <summary>What a session has used so far. Safe to read and to write from any thread.</summary>
public sealed class UsageCounter
{
    private long _requests;
    private long _retries;
    private long _throttles;
    private long _bytes;

    /// <summary>Requests sent, retries included.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Of those, the ones that repeated an earlier one.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    /// <summary>Answers with status 429.</summary>
    public long Throttles => Interlocked.Read(ref _throttles);

    /// <summary>Bytes of answers read, after decompression.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    internal void CountAttempt(bool isRetry)
    {
        Interlocked.Increment(ref _requests);
        if (isRetry)
        {
            Interlocked.Increment(ref _retries);
        }
    }

    internal void CountThrottle() => Interlocked.Increment(ref _throttles);

    internal void CountBytes(long bytes) => Interlocked.Add(ref _bytes, bytes);
}
