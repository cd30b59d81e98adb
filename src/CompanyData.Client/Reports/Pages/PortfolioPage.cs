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
        ReportLanguage language = options.Text;
        ReportFrame frame = new(options);
        IndexTable table = new(DossierLine.Sort(lines), options);
        string heading = options.Title is { Length: > 0 } title ? title : language.Say(ReportText.Dossiers);
        string page = Page(
            language,
            heading,
            IndexTable.Style + frame.Print(heading, lines.Any(line => line.IsSandbox)) + print,
            frame.SkipLink(),
            frame.Header("CompanyData", heading, table.Subtitle(), table.Warning(), collected: null),
            Tag("main", Attribute("id", "content"), table.Draw(), Tag("div", place)),
            Tag("footer", Tag("p", language.Say(ReportText.Confidential))));
        int at = page.IndexOf(place, StringComparison.Ordinal);
        return (page.Substring(0, at), page.Substring(at + place.Length));
    }
}
