namespace CompanyData.Collection;

/// <summary>How much of a dossier was collected.</summary>
public enum DossierStatus
{
    /// <summary>All that was asked for.</summary>
    Complete,

    /// <summary>Some of it; <see cref="CompanyDossier.Failures"/> tells what is missing.</summary>
    Partial,

    /// <summary>Nothing.</summary>
    Failed,
}
