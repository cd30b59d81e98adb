namespace CompanyData.Transport;

/// <summary>One spelling of a delay for both frameworks.</summary>
internal static class TimeProviderExtensions
{
    public static Task Pause(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
#if NETSTANDARD
        => time.Delay(delay, cancellationToken);
#else
        => Task.Delay(delay, time, cancellationToken);
#endif
}
