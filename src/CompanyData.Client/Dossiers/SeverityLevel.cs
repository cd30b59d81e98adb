namespace CompanyData.Dossiers;

/// <summary>Urgency of a finding or a change. Text, because Import-Clixml would return an enumeration as a number.</summary>
public static class SeverityLevel
{
    /// <summary>Must be reviewed before any further business with the company.</summary>
    public const string Critical = "Critical";

    /// <summary>Should be reviewed.</summary>
    public const string Review = "Review";

    /// <summary>For information.</summary>
    public const string Note = "Note";

    /// <summary>All levels, the most urgent first.</summary>
    public static readonly IReadOnlyList<string> All = [Critical, Review, Note];

    /// <summary>Position in <see cref="All"/>; unknown levels come last.</summary>
    internal static int Rank(string severity)
    {
        for (int rank = 0; rank < All.Count; rank++)
        {
            if (All[rank] == severity)
            {
                return rank;
            }
        }

        return All.Count;
    }
}
