namespace CompanyData.Transport;

/// <summary>
/// When to look again: never much later than what was waited already, ever more calmly, never in step with others, and around the
/// time at which waits like this one have ended.
/// </summary>
internal static class PollSchedule
{
    /// <summary>What took so long already may take so much longer, as a share of it, before anybody looks.</summary>
    private const double Share = 0.25;

    /// <summary>How closely it is looked around the usual end, as a share of the time up to it.</summary>
    private const double Closeness = 0.05;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Closest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="waited">For how long this one has waited.</param>
    /// <param name="usual">How long the last one of its kind took; null where none has ended.</param>
    /// <param name="random">From 0 up to 1.</param>
    public static TimeSpan Next(TimeSpan waited, TimeSpan? usual, Func<double> random)
    {
        double spread = 0.85 + (0.3 * random());
        double next = spread * Math.Min(Longest.TotalMilliseconds, Math.Max(First.TotalMilliseconds, waited.TotalMilliseconds * Share));
        return TimeSpan.FromMilliseconds(usual is { } took ? Math.Min(next, Around(took.TotalMilliseconds, waited.TotalMilliseconds, spread)) : next);
    }

    /// <summary>A look shortly before the usual end, so that what is usual can become shorter, and some soon after it.</summary>
    private static double Around(double usual, double waited, double spread)
    {
        double step = Math.Max(Closest.TotalMilliseconds, usual * Closeness);
        return waited < usual - step ? Math.Max(usual - step - waited, Closest.TotalMilliseconds)
            : waited < usual * (1 + Share) ? spread * step
            : double.PositiveInfinity;
    }
}
