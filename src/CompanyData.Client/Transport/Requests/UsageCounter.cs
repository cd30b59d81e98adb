namespace CompanyData.Transport;

/// <summary>Counts what a session has used so far. Thread-safe.</summary>
public sealed class UsageCounter
{
    private long _requests;
    private long _retries;
    private long _throttles;
    private long _bytes;

    /// <summary>Number of requests sent, including retries.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Number of retries.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    /// <summary>Number of responses with status 429.</summary>
    public long Throttles => Interlocked.Read(ref _throttles);

    /// <summary>Bytes of responses read, after decompression.</summary>
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
