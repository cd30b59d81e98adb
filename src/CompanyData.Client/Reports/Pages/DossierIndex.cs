using CompanyData.Dossiers;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>The index page, which lists the dossiers, the most urgent first.</summary>
internal static class DossierIndex
{
    public static string Write(IReadOnlyCollection<DossierLine> lines, ReportOptions options)
    {
        ReportLanguage language = options.Text;
        ReportFrame frame = new(options);
        IndexTable table = new(DossierLine.Sort(lines), options);
        string heading = options.Title is { Length: > 0 } title ? title : language.Say(ReportText.Dossiers);
        return Page(
            language,
            heading,
            IndexTable.Style + frame.Print(heading, lines.Any(line => line.IsSandbox)),
            frame.SkipLink(),
            frame.Header("CompanyData", heading, table.Subtitle(), table.Warning(), collected: null),
            Tag(
                "main",
                Attribute("id", "content"),
                options.HasChanges ? Tag("p", Attribute("class", "subtitle"), Tag("a", Attribute("href", DossierReport.ChangesName), language.Say(ReportText.AllChanges))) : null,
                table.Draw()),
            Tag("footer", Tag("p", language.Say(ReportText.Confidential))));
    }
}
