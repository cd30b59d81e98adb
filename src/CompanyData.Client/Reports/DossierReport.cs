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

    /// <summary>The name of a dossier's page: its siren.</summary>
    public static string NameOf(CompanyDossier dossier) => SafeFileName.From($"{dossier.Siren}.html") ?? "dossier.html";

    public static string Page(CompanyDossier dossier, ReviewOptions options) => new DossierPage(dossier, options).Write();

    public static string Index(IReadOnlyCollection<DossierLine> lines, ReviewOptions options) => DossierIndex.Write(lines, options);

    /// <param name="page">Of <see cref="Page"/> or <see cref="Index"/>.</param>
    /// <param name="path">The target.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced.</param>
    /// <exception cref="IOException">The target exists already, or cannot be written.</exception>
    public static Task SaveAsync(string page, string path, bool overwrite) => PrivateFile.SaveAsync(path, overwrite, async file =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(page);
        await file.WriteAsync(bytes, 0, bytes.Length).ConfigureAwait(false);
    });
}
