namespace CompanyData.Collection;

/// <summary>A journal cannot be used; the run that needs it ends.</summary>
public sealed class JournalException : Exception
{
    public JournalException(JournalErrorKind kind, string path, string message, string remedy, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        Path = path;
        Remedy = remedy;
    }

    public JournalErrorKind Kind { get; }

    public string Path { get; }

    /// <summary>What to do next, in one sentence.</summary>
    public string Remedy { get; }
}
