namespace CompanyData.Transport;

/// <summary>Holds a whole session's new requests for as long as the service asked for.</summary>
internal sealed class RateGate(TimeProvider time)
{
    private long _openAt = DateTimeOffset.MinValue.UtcTicks;

    public void CloseFor(TimeSpan duration)
    {
        long until = (time.GetUtcNow() + duration).UtcTicks;
        long current;
        while ((current = Interlocked.Read(ref _openAt)) < until
            && Interlocked.CompareExchange(ref _openAt, until, current) != current)
        {
            // Another answer moved it meanwhile; the latest end counts.
        }
    }

    /// <summary>Returns once it is open; another answer may have closed it for longer meanwhile.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        long left;
        while ((left = Interlocked.Read(ref _openAt) - time.GetUtcNow().UtcTicks) > 0)
        {
            await time.Pause(TimeSpan.FromTicks(left), cancellationToken).ConfigureAwait(false);
        }
    }
}
