namespace CompanyData.Collection;

/// <summary>State of a company in a journal. Text, because Import-Clixml would return an enumeration as a number.</summary>
public static class JournalState
{
    /// <summary>A complete dossier was delivered.</summary>
    public const string Complete = "Complete";

    /// <summary>A dossier with missing data was delivered; the next run tries again.</summary>
    public const string Partial = "Partial";

    /// <summary>No data could be collected; the next run tries again.</summary>
    public const string Failed = "Failed";

    /// <summary>Started but not ended: a run is working on it, or the next one resumes it.</summary>
    public const string UnderWay = "UnderWay";
}
