using System.Globalization;
using System.Text.RegularExpressions;

namespace CompanyData.Dossiers;

/// <summary>A date of which a register may publish only the year, or the year and the month.</summary>
/// <param name="Year">Year of four digits.</param>
/// <param name="Month">Month, from 1; null if not published.</param>
/// <param name="Day">Day, from 1; null if not published.</param>
internal sealed record PartialDate(int Year, int? Month, int? Day)
{
    private static readonly Regex YearFirst = new(
        @"^(?<year>\d{4})(-(?<month>\d{2})(-(?<day>\d{2})([T ].*)?)?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly Regex YearLast = new(
        @"^((?<day>\d{2})[/.])?(?<month>\d{2})[/.](?<year>\d{4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <returns>Null if the text is not a date.</returns>
    public static PartialDate? Parse(string? text)
    {
        string trimmed = text?.Trim() ?? string.Empty;
        Match match = YearFirst.Match(trimmed);
        match = match.Success ? match : YearLast.Match(trimmed);
        if (!match.Success)
        {
            return null;
        }

        int year = Number(match.Groups["year"]) ?? 0;
        int? month = Number(match.Groups["month"]);
        int? day = Number(match.Groups["day"]);
        bool isDate = year > 0 && month is null or (>= 1 and <= 12) && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(year, month!.Value)));
        return isDate ? new(year, month, day) : null;
    }

    /// <summary>Whether the known parts of the two dates are equal.</summary>
    public bool Agrees(PartialDate other)
        => Year == other.Year
            && (Month is null || other.Month is null || (Month == other.Month && (Day is null || other.Day is null || Day == other.Day)));

    public override string ToString() => (Month, Day) switch
    {
        (null, _) => $"{Year:D4}",
        (_, null) => $"{Year:D4}-{Month:D2}",
        _ => $"{Year:D4}-{Month:D2}-{Day:D2}",
    };

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;
}
