namespace CompanyData.Dossiers;

/// <summary>How urgent a finding or a change is; text, since an enumeration would come back from Export-Clixml as a number.</summary>
public static class SeverityLevel
{
    /// <summary>Somebody has to look before the company is dealt with further.</summary>
    public const string Critical = "Critical";

    /// <summary>Somebody should look.</summary>
    public const string Review = "Review";

    /// <summary>Worth knowing.</summary>
    public const string Note = "Note";

    /// <summary>The most urgent first.</summary>
    public static readonly IReadOnlyList<string> All = [Critical, Review, Note];

    /// <summary>The position in <see cref="All"/>; what is unknown comes last.</summary>
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
