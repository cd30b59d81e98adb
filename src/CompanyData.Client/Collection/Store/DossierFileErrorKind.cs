namespace CompanyData.Collection;

/// <summary>Why a dossier's file cannot be used.</summary>
public enum DossierFileErrorKind
{
    /// <summary>It is not JSON, or something in it has the wrong shape.</summary>
    Corrupt,

    /// <summary>It is some other file.</summary>
    NotADossier,

    /// <summary>A later version of this module wrote it.</summary>
    NewerVersion,

    /// <summary>It cannot be opened or written.</summary>
    Unusable,
}
