using CompanyData.Collection;

namespace CompanyData.Reports;

/// <summary>Makes files of dossiers that come one after the other. No more of them is kept than the files need.</summary>
public abstract class DossierExport : IDisposable
{
    /// <summary>The file of an export that makes but one; null where each dossier has its own.</summary>
    public virtual string? SingleName => null;

    /// <summary>Takes a dossier.</summary>
    /// <returns>The files that can be written now.</returns>
    public abstract IEnumerable<ReportFile> Add(CompanyDossier dossier);

    /// <returns>The files that can be written when all dossiers have come.</returns>
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
