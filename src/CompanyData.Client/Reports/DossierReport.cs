using System.Text;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Transport;

namespace CompanyData.Reports;

/// <summary>
/// Dossiers as pages that people read and print: one self-contained HTML file a company, without script, and a page that lists many.
/// A file is written whole or not at all, and where the system knows owners, only the owner may read it.
/// </summary>
public static class DossierReport
{
    /// <summary>The name of the page that lists the others.</summary>
    public const string IndexName = "index.html";

    /// <summary>The name of the page of all changes.</summary>
    public const string ChangesName = "changes.html";

    /// <summary>The name of a dossier's page: its siren.</summary>
    public static string NameOf(CompanyDossier dossier) => NameOf(dossier.Siren, string.Empty);

    /// <summary>The name of the page of a company's changes.</summary>
    public static string ChangesNameOf(CompanyDossier dossier) => NameOf(dossier.Siren, "-changes");

    public static string Page(CompanyDossier dossier, ReportOptions options) => new DossierPage(dossier, options).Write();

    public static string Index(IReadOnlyCollection<DossierLine> lines, ReportOptions options) => DossierIndex.Write(lines, options);

    /// <summary>The changes of all companies that the options know.</summary>
    public static string ChangesPage(ReportOptions options) => ChangePage.Write([.. options.ChangedCompanies], options);

    /// <summary>The changes of one company.</summary>
    public static string ChangesPage(CompanyDossier dossier, ReportOptions options)
        => ChangePage.Write(options.ChangesOf(dossier.Siren) is { Count: > 0 } changes ? [changes] : [], options);

    /// <param name="page">Of one of the above.</param>
    /// <param name="path">The target.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced.</param>
    /// <exception cref="IOException">The target exists already, or cannot be written.</exception>
    public static Task SaveAsync(string page, string path, bool overwrite) => PrivateFile.SaveAsync(path, overwrite, async file =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(page);
        await file.WriteAsync(bytes, 0, bytes.Length).ConfigureAwait(false);
    });

    private static string NameOf(string siren, string suffix) => SafeFileName.From($"{siren}{suffix}.html") ?? $"dossier{suffix}.html";
}
