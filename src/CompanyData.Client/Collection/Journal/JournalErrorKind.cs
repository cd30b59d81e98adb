namespace CompanyData.Collection;

/// <summary>Why a journal cannot be used.</summary>
public enum JournalErrorKind
{
    /// <summary>Another run is writing to the journal.</summary>
    InUse,

    /// <summary>A line that is not the last one cannot be read.</summary>
    Corrupt,

    /// <summary>The file is not a journal, or was written by a later version.</summary>
    NotAJournal,

    /// <summary>The journal is for another service, provider or other data types.</summary>
    Mismatch,

    /// <summary>The file cannot be opened or written.</summary>
    Unusable,
}
