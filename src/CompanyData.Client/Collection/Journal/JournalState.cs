namespace CompanyData.Collection;

/// <summary>How far a company has come, as a journal tells.</summary>
public enum JournalState
{
    /// <summary>Its dossier was handed on, and nothing was missing.</summary>
    Complete,

    /// <summary>Its dossier was handed on with some data missing; the next run tries again.</summary>
    Partial,

    /// <summary>Nothing could be collected; the next run tries again.</summary>
    Failed,

    /// <summary>Begun and not ended: a run works on it, or the next one goes on with it.</summary>
    UnderWay,
}
