namespace CompanyData.Sandbox.Powens.Inferred;

/// <summary>
/// The zone of the API's unzoned times: that <c>last_update</c> is in Paris time is [seen], that all others are too is
/// [inferred]. The rule of summer time stands here since Windows PowerShell knows the zone under another name.
/// </summary>
internal static class ParisTime
{
    public static DateTime From(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        var isSummer = utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);
        return DateTime.SpecifyKind(utc.AddHours(isSummer ? 2 : 1), DateTimeKind.Unspecified);
    }

    /// <summary>Whether a time lies between two bounds, of which the last is a day; null bounds nothing.</summary>
    public static bool IsWithin(DateTimeOffset time, DateTime? from, DateTime? to) => !(From(time) < from) && !(From(time).Date > to);

    /// <summary>01:00 UTC of the last Sunday of a month of 31 days.</summary>
    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
