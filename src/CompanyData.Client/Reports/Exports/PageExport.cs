using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>Exports a page and a page of changes per company, an index, and a page of all changes.</summary>
/// <param name="options">Options of the pages.</param>
/// <param name="isAlone">Whether to create only the page of one company.</param>
public sealed class PageExport(ReportOptions options, bool isAlone) : DossierExport
{
    /// <summary>Rows by file name, so that a company that came twice is listed once.</summary>
    private readonly Dictionary<string, DossierLine> _lines = new(StringComparer.OrdinalIgnoreCase);

    public override IEnumerable<ReportFile> Add(CompanyDossier dossier)
    {
        string name = DossierReport.NameOf(dossier);
        yield return new(name, $"Write the dossier of {dossier.CompanyName} ({dossier.Siren})", async (path, overwrite, cancellation) =>
        {
            IReadOnlyList<DossierFinding> findings = DossierFindings.Find(dossier, options);
            await DossierReport.SaveAsync(new DossierPage(dossier, findings, options).Write(), path, overwrite, cancellation).ConfigureAwait(false);
            _lines[name] = new DossierLine(dossier, Uri.EscapeDataString(name), findings, options);
        });
        if (!isAlone && options.ChangesOf(dossier.Siren).Count > 0)
        {
            yield return Page(DossierReport.ChangesNameOf(dossier), $"Write the changes of {dossier.CompanyName} ({dossier.Siren})", () => DossierReport.ChangesPage(dossier, options));
        }
    }

    public override IEnumerable<ReportFile> Complete()
    {
        if (!isAlone && options.HasChanges)
        {
            yield return Page(DossierReport.ChangesName, "Write the changes of all companies", () => DossierReport.ChangesPage(options));
        }

        if (_lines.Count > 1)
        {
            yield return Page(DossierReport.IndexName, $"Write the index of {_lines.Count} dossiers", () => DossierReport.Index(_lines.Values, options));
        }
    }

    private static ReportFile Page(string name, string description, Func<string> write) => new(name, description, (path, overwrite, cancellation) => DossierReport.SaveAsync(write(), path, overwrite, cancellation));
}
