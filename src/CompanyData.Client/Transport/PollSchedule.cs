namespace CompanyData.Transport;

/// <summary>When to look again: never much later than what was waited already, ever more calmly, and never in step with others.</summary>
internal struct PollSchedule
{
    /// <summary>What took so long already may take so much longer, as a share of it, before anybody looks.</summary>
    private const double Share = 0.25;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly Random Jitter = new();

    private double _waited;

    public TimeSpan Next()
    {
        double spread;
        lock (Jitter)
        {
            spread = 0.85 + (0.3 * Jitter.NextDouble());
        }

        double next = spread * Math.Min(Longest.TotalMilliseconds, Math.Max(First.TotalMilliseconds, _waited * Share));
        _waited += next;
        return TimeSpan.FromMilliseconds(next);
    }
}
