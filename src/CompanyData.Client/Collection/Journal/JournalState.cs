namespace CompanyData.Collection;

/// <summary>How far a company has come, as a journal tells; text, since an enumeration would come back from Export-Clixml as a number.</summary>
public static class JournalState
{
    /// <summary>Its dossier was handed on, and nothing was missing.</summary>
    public const string Complete = "Complete";

    /// <summary>Its dossier was handed on with some data missing; the next run tries again.</summary>
    public const string Partial = "Partial";

    /// <summary>Nothing could be collected; the next run tries again.</summary>
    public const string Failed = "Failed";

    /// <summary>Begun and not ended: a run works on it, or the next one goes on with it.</summary>
    public const string UnderWay = "UnderWay";
}
