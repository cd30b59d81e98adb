using System.Xml.Linq;
using CompanyData.Dossiers;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>The index page, which lists the dossiers, the most urgent first.</summary>
internal static class DossierIndex
{
    /// <param name="lines">The rows.</param>
    /// <param name="options">Title, language and so on.</param>
    /// <param name="print">Further print style.</param>
    /// <param name="dossiers">The dossiers, where they follow on the same page.</param>
    public static string Write(IReadOnlyCollection<DossierLine> lines, ReportOptions options, string print = "", XElement? dossiers = null)
    {
        ReportLanguage language = options.Text;
        ReportFrame frame = new(options);
        IndexTable table = new(DossierLine.Sort(lines), options);
        int sandbox = lines.Count(line => line.IsSandbox);
        string heading = frame.Title(ReportText.Dossiers);
        return Page(
            language,
            heading,
            IndexTable.Style + frame.Print(heading, sandbox > 0) + print,
            frame.SkipLink(),
            frame.Header("CompanyData", heading, table.Subtitle(), frame.Warning(sandbox, lines.Count), collected: null),
            Tag(
                "main",
                Attribute("id", "content"),
                options.HasChanges && dossiers is null ? Tag("p", Attribute("class", "subtitle"), Tag("a", Attribute("href", DossierReport.ChangesName), language.Say(ReportText.AllChanges))) : null,
                table.Draw(),
                dossiers),
            Tag("footer", Tag("p", language.Say(ReportText.Confidential))));
    }
}
