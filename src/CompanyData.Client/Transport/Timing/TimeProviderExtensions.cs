namespace CompanyData.Transport;

/// <summary>One spelling of delays for both frameworks.</summary>
internal static class TimeProviderExtensions
{
    public static Task Pause(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
#if NETSTANDARD
        => time.Delay(delay, cancellationToken);
#else
        => Task.Delay(delay, time, cancellationToken);
#endif

    /// <summary>Cancels itself after so long.</summary>
    public static CancellationTokenSource CreateTimeout(this TimeProvider time, TimeSpan delay)
#if NETSTANDARD
        => time.CreateCancellationTokenSource(delay);
#else
        => new(delay, time);
#endif
}
