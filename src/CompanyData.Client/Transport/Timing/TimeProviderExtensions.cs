namespace CompanyData.Transport;

/// <summary>Delays and time-outs with the same signature for both frameworks.</summary>
internal static class TimeProviderExtensions
{
    public static Task Pause(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
#if NETSTANDARD
        => time.Delay(delay, cancellationToken);
#else
        => Task.Delay(delay, time, cancellationToken);
#endif

    /// <summary>Creates a source that is cancelled after <paramref name="delay"/>.</summary>
    public static CancellationTokenSource CreateTimeout(this TimeProvider time, TimeSpan delay)
#if NETSTANDARD
        => time.CreateCancellationTokenSource(delay);
#else
        => new(delay, time);
#endif
}
