using CompanyData.Collection;

namespace CompanyData.Reports;

/// <summary>Exports a sequence of dossiers to files. Keeps in memory only what later files need.</summary>
public abstract class DossierExport : IDisposable
{
    /// <summary>File name of an export with a single file; null if each dossier has its own file.</summary>
    public virtual string? SingleName => null;

    /// <summary>Adds a dossier.</summary>
    /// <returns>The files that can be written now.</returns>
    public abstract IEnumerable<ReportFile> Add(CompanyDossier dossier);

    /// <returns>The files that can be written after the last dossier.</returns>
    public virtual IEnumerable<ReportFile> Complete() => [];

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
