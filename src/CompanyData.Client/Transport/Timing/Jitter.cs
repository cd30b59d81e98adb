namespace CompanyData.Transport;

/// <summary>Keeps those who wait out of step with each other. Safe from any thread, which <see cref="Random"/> is not.</summary>
internal static class Jitter
{
    private static readonly Random Source = new();

    /// <returns>From 0 up to 1.</returns>
    public static double Next()
    {
        lock (Source)
        {
            return Source.NextDouble();
        }
    }
}
