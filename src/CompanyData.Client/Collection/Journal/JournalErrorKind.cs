namespace CompanyData.Collection;

/// <summary>Why a journal cannot be used.</summary>
public enum JournalErrorKind
{
    /// <summary>Another run writes to it.</summary>
    InUse,

    /// <summary>A line in the middle cannot be read.</summary>
    Corrupt,

    /// <summary>It is some other file, or a later version wrote it.</summary>
    NotAJournal,

    /// <summary>It was made for another service, provider or other data types.</summary>
    Mismatch,

    /// <summary>It cannot be opened or written.</summary>
    Unusable,
}
