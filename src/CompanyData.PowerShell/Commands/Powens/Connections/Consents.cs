namespace CompanyData.Commands.Powens;

/// <summary>When consents end.</summary>
internal static class Consents
{
    /// <summary>
    /// Whether a consent ends within a time, or has ended. The service's times have no zone and have been seen in Paris time; the hour or two
    /// that this may be off does not matter to days.
    /// </summary>
    /// <param name="end">Its end; null where it has none, which is within no time.</param>
    /// <param name="within">Null for any, also without an end.</param>
    /// <param name="time">The session's clock.</param>
    public static bool EndWithin(DateTime? end, TimeSpan? within, TimeProvider time)
        => within is not { } span || end <= time.GetLocalNow().DateTime + span;
}
