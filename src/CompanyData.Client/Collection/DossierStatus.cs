namespace CompanyData.Collection;

/// <summary>How much of a dossier was collected; text, since an enumeration would come back from Export-Clixml as a number.</summary>
public static class DossierStatus
{
    /// <summary>All that was asked for.</summary>
    public const string Complete = "Complete";

    /// <summary>Some of it; <see cref="CompanyDossier.Failures"/> tells what is missing.</summary>
    public const string Partial = "Partial";

    /// <summary>Nothing.</summary>
    public const string Failed = "Failed";
}
