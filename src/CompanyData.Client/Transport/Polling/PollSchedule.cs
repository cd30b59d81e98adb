namespace CompanyData.Transport;

/// <summary>
/// Computes the delay until the next poll. It grows with elapsed time, is jittered, and becomes shorter around the typical completion time.
/// </summary>
internal static class PollSchedule
{
    /// <summary>Delay as a fraction of the elapsed time.</summary>
    private const double Growth = 0.25;

    /// <summary>Delay around the typical completion time, as a fraction of that time.</summary>
    private const double Precision = 0.05;

    private static readonly TimeSpan MinDelay = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan MinStep = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(30);

    /// <param name="waited">Elapsed time of this wait.</param>
    /// <param name="typical">Duration of the last wait of the same kind; null if none has completed.</param>
    /// <param name="random">Random numbers from 0 (inclusive) to 1 (exclusive).</param>
    public static TimeSpan Next(TimeSpan waited, TimeSpan? typical, Func<double> random)
    {
        double spread = 0.85 + (0.3 * random());
        double next = spread * Math.Min(MaxDelay.TotalMilliseconds, Math.Max(MinDelay.TotalMilliseconds, waited.TotalMilliseconds * Growth));
        return TimeSpan.FromMilliseconds(typical is { } took ? Math.Min(next, AroundTypical(took.TotalMilliseconds, waited.TotalMilliseconds, spread)) : next);
    }

    /// <summary>Polls once shortly before the typical completion time, so that the estimate can shrink, and several times shortly after it.</summary>
    private static double AroundTypical(double typical, double waited, double spread)
    {
        double step = Math.Max(MinStep.TotalMilliseconds, typical * Precision);
        return waited < typical - step ? Math.Max(typical - step - waited, MinStep.TotalMilliseconds)
            : waited < typical * (1 + Growth) ? spread * step
            : double.PositiveInfinity;
    }
}
