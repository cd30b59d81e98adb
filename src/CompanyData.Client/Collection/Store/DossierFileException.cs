namespace CompanyData.Collection;

/// <summary>A dossier file cannot be read or written.</summary>
public sealed class DossierFileException : Exception
{
    public DossierFileException(DossierFileErrorKind kind, string path, string message, string remedy, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        Path = path;
        Remedy = remedy;
    }

    public DossierFileErrorKind Kind { get; }

    public string Path { get; }

    /// <summary>What to do next, in one sentence.</summary>
    public string Remedy { get; }
}
