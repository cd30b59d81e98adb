namespace CompanyData.Transport;

/// <summary>Thread-safe random numbers that spread waits over time.</summary>
internal static class Jitter
{
    private static readonly Random Source = new();

    /// <returns>A number from 0 (inclusive) to 1 (exclusive).</returns>
    public static double Next()
    {
        lock (Source)
        {
            return Source.NextDouble();
        }
    }
}
