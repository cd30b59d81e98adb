namespace CompanyData.Collection;

/// <summary>Why a dossier file cannot be used.</summary>
public enum DossierFileErrorKind
{
    /// <summary>The file is not JSON, or its JSON is not a valid dossier.</summary>
    Corrupt,

    /// <summary>The file is not a dossier.</summary>
    NotADossier,

    /// <summary>The file was written by a later version of this module.</summary>
    NewerVersion,

    /// <summary>The file or folder cannot be opened or written.</summary>
    Unusable,
}
