using System.Text;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Transport;

namespace CompanyData.Reports;

/// <summary>
/// Exports dossiers as HTML pages to read and print: one self-contained file per company, without scripts, and an index page. Files are
/// written atomically; on Unix only the owner may read them.
/// </summary>
public static class DossierReport
{
    /// <summary>File name of the index page.</summary>
    public const string IndexName = "index.html";

    /// <summary>File name of the page with all changes.</summary>
    public const string ChangesName = "changes.html";

    /// <summary>File name of a dossier's page: its siren.</summary>
    public static string NameOf(CompanyDossier dossier) => NameOf(dossier.Siren, string.Empty);

    /// <summary>File name of the page with a company's changes.</summary>
    public static string ChangesNameOf(CompanyDossier dossier) => NameOf(dossier.Siren, "-changes");

    public static string Page(CompanyDossier dossier, ReportOptions options) => new DossierPage(dossier, DossierFindings.Find(dossier, options), options).Write();

    public static string Index(IReadOnlyCollection<DossierLine> lines, ReportOptions options) => DossierIndex.Write(lines, options);

    /// <summary>Creates the page with the changes of all companies in the options.</summary>
    public static string ChangesPage(ReportOptions options) => ChangePage.Write([.. options.ChangedCompanies], options);

    /// <summary>Creates the page with the changes of one company.</summary>
    public static string ChangesPage(CompanyDossier dossier, ReportOptions options)
        => ChangePage.Write(options.ChangesOf(dossier.Siren) is { Count: > 0 } changes ? [changes] : [], options);

    /// <param name="page">The HTML of a page.</param>
    /// <param name="path">The target file.</param>
    /// <param name="overwrite">Whether to replace an existing file.</param>
    /// <param name="cancellationToken">Cancels the write; nothing is left behind.</param>
    /// <exception cref="IOException">The target already exists or cannot be written.</exception>
    public static Task SaveAsync(string page, string path, bool overwrite, CancellationToken cancellationToken = default) => PrivateFile.SaveAsync(
        path,
        overwrite,
        async file =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(page);
            await file.WriteAsync(bytes, 0, bytes.Length, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    private static string NameOf(string siren, string suffix) => SafeFileName.From($"{siren}{suffix}.html") ?? $"dossier{suffix}.html";
}
