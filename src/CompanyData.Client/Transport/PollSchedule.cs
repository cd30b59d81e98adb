namespace CompanyData.Transport;

/// <summary>When to look again: soon at first, then ever more calmly, and never in step with others.</summary>
internal sealed class PollSchedule
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly Random Jitter = new();

    private TimeSpan _next = First;

    public TimeSpan Next()
    {
        double spread;
        lock (Jitter)
        {
            spread = 0.85 + (0.3 * Jitter.NextDouble());
        }

        TimeSpan wait = TimeSpan.FromMilliseconds(_next.TotalMilliseconds * spread);
        TimeSpan grown = TimeSpan.FromMilliseconds(_next.TotalMilliseconds * 1.4);
        _next = grown < Longest ? grown : Longest;
        return wait;
    }
}
