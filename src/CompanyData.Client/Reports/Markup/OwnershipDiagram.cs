using System.Globalization;
using System.Xml.Linq;
using CompanyData.Dossiers;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>
/// Draws the ownership of a company: rows of owners above, the company below. All rows but the first have an even number of boxes, so
/// that the line down to the company runs through the gap in the middle.
/// </summary>
/// <param name="company">Name of the company.</param>
/// <param name="columns">Number of boxes per row; even.</param>
/// <param name="threshold">Percentage above which an owner is highlighted.</param>
/// <param name="language">Language of the report.</param>
internal sealed class OwnershipDiagram(string company, int columns, decimal threshold, ReportLanguage language)
{
    private const int BoxWidth = 192;
    private const int CompanyWidth = 320;
    private const int BoxHeight = 74;
    private const int Gap = 24;
    private const int RowHeight = BoxHeight + 30;
    private const int Margin = 3;
    private const int Padding = 12;
    private const int NameSize = 15;

    private readonly int _width = (columns * (BoxWidth + Gap)) - Gap + (2 * Margin);

    private int Middle => _width / 2;

    public XElement Draw(IReadOnlyList<Holding> holdings)
    {
        int first = holdings.Count % columns is var rest && rest == 0 ? columns : rest;
        Holding[][] rows = [.. holdings.Select((holding, index) => (holding, row: (index - first + columns) / columns))
            .GroupBy(pair => pair.row, pair => pair.holding).Select(row => row.ToArray())];
        int companyTop = Margin + (rows.Length * RowHeight) + 8;
        int height = companyTop + BoxHeight + Margin;
        string id = $"ownership-{columns}";
        return Tag(
            "svg",
            Attribute("viewBox", $"0 0 {_width} {height}"),
            Attribute("class", $"diagram columns-{columns}"),
            Attribute("role", "img"),
            Attribute("aria-labelledby", $"{id}-title {id}-text"),
            Tag("title", Attribute("id", $"{id}-title"), language.Say(ReportText.DiagramTitle, company)),
            Tag("desc", Attribute("id", $"{id}-text"), language.Say(ReportText.DiagramText, company, string.Join("; ", holdings.Select(Words)))),
            rows.Select(Row),
            Line(Middle, Margin + BoxHeight + ((RowHeight - BoxHeight) / 2), Middle, companyTop),
            Company(companyTop));
    }

    private string Words(Holding holding)
    {
        string[] lines = [.. Lines(holding)];
        return language.Say(ReportText.DiagramHolder, holding.Name, lines.Length == 2 ? language.Say(ReportText.And, lines[0], lines[1]) : lines[0]);
    }

    private IEnumerable<string> Lines(Holding holding)
    {
        if (holding.Shares is not null)
        {
            yield return language.Say(ReportText.OfShares, language.Percent(holding.Shares)!);
        }

        if (holding.Votes is not null)
        {
            yield return language.Say(ReportText.OfVotes, language.Percent(holding.Votes)!);
        }

        if (!holding.IsDisclosed)
        {
            yield return language.Say(ReportText.PartNotDisclosed);
        }
    }

    private IEnumerable<XElement> Row(Holding[] row, int index)
    {
        int top = Margin + (index * RowHeight);
        int left = (_width - (row.Length * (BoxWidth + Gap)) + Gap) / 2;
        int bus = top + BoxHeight + ((RowHeight - BoxHeight) / 2);
        int[] centres = [.. row.Select((_, column) => left + (column * (BoxWidth + Gap)) + (BoxWidth / 2))];
        yield return Line(centres[0], bus, centres[centres.Length - 1], bus);
        for (int i = 0; i < row.Length; i++)
        {
            yield return Line(centres[i], top + BoxHeight, centres[i], bus);
            yield return Box(row[i].IsOver(threshold) ? "box over" : "box", centres[i], top, BoxWidth, row[i].Name, [.. Lines(row[i])]);
        }
    }

    private XElement Company(int top) => Box("box company", Middle, top, CompanyWidth, company, [language.Say(ReportText.TheCompany)]);

    private static XElement Box(string cssClass, int centre, int top, int width, string name, string[] lines)
    {
        int left = centre - (width / 2);
        int baseline = top + (lines.Length > 1 ? 24 : 33);
        return Tag(
            "g",
            Attribute("class", cssClass),
            Tag("title", name),
            Tag("rect", Number("x", left), Number("y", top), Number("width", width), Number("height", BoxHeight), Number("rx", 8)),
            Text("name", left, baseline, TextWidth.Cut(name, width - (2 * Padding), NameSize)),
            lines.Select((line, index) => Text("part", left, baseline + 19 + (index * 18), line)));
    }

    private static XElement Text(string cssClass, int left, int baseline, string text)
        => Tag("text", Attribute("class", cssClass), Number("x", left + Padding), Number("y", baseline), text);

    private static XElement Line(int x1, int y1, int x2, int y2) => Tag("line", Number("x1", x1), Number("y1", y1), Number("x2", x2), Number("y2", y2));

    private static XAttribute Number(string name, int value) => Attribute(name, value.ToString(CultureInfo.InvariantCulture));
}
