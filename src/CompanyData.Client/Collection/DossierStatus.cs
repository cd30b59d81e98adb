namespace CompanyData.Collection;

/// <summary>How much of a dossier was collected. Text, because Import-Clixml would return an enumeration as a number.</summary>
public static class DossierStatus
{
    /// <summary>All requested data was collected.</summary>
    public const string Complete = "Complete";

    /// <summary>Some data is missing; see <see cref="CompanyDossier.Failures"/>.</summary>
    public const string Partial = "Partial";

    /// <summary>No data was collected.</summary>
    public const string Failed = "Failed";
}
