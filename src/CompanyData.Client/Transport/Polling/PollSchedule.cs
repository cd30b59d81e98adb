namespace CompanyData.Transport;

/// <summary>
/// Computes the delay until the next poll. It grows with elapsed time, is jittered, and becomes shorter around the typical completion time.
/// </summary>
internal static class PollSchedule
{
    /// <summary>Delay as a fraction of the elapsed time.</summary>
    public const double Growth = 0.25;

    /// <summary>Delay around the typical completion time, as a fraction of that time.</summary>
    private const double Precision = 0.05;

    /// <summary>Polls of an operation that was just started and whose kind is unknown, plus up to <see cref="OpeningSpread"/> of jitter.</summary>
    private static readonly TimeSpan[] Opening = [TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(1.15), TimeSpan.FromSeconds(3.05)];

    private const double OpeningSpread = 0.08;

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

    /// <summary>Delay to the next poll of an operation that was just started and whose kind is unknown.</summary>
    /// <param name="elapsed">Time since it was started.</param>
    /// <param name="random">Random numbers from 0 (inclusive) to 1 (exclusive).</param>
    public static TimeSpan NextUnknown(TimeSpan elapsed, Func<double> random)
    {
        foreach (TimeSpan opening in Opening)
        {
            if (elapsed + MinStep < opening)
            {
                return TimeSpan.FromTicks((long)(opening.Ticks * (1 + (OpeningSpread * random())))) - elapsed;
            }
        }

        return Next(elapsed, typical: null, random);
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
