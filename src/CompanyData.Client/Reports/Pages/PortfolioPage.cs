using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>The start and the end of a page with a whole portfolio; the dossiers are in between.</summary>
internal static class PortfolioPage
{
    /// <param name="lines">Rows of the index, with links to the dossiers.</param>
    /// <param name="print">The print style of the dossiers.</param>
    /// <param name="options">Title, language and so on.</param>
    public static (string Before, string After) Write(IReadOnlyCollection<DossierLine> lines, string print, ReportOptions options)
    {
        // Random, so that no text in the data can contain it.
        string place = Guid.NewGuid().ToString("N");
        string page = DossierIndex.Write(lines, options, print, Tag("div", place));
        int at = page.IndexOf(place, StringComparison.Ordinal);
        return (page.Substring(0, at), page.Substring(at + place.Length));
    }
}
