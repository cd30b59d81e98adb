using System.Xml.Linq;
using CompanyData.Collection;
using CompanyData.Dossiers;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>The table of companies, the most urgent first, with filters that need no script: CSS rules hide the other rows.</summary>
internal sealed class IndexTable(IReadOnlyList<DossierLine> lines, ReportOptions options)
{
    private const string Nothing = "None";
    private const string Changed = "changed";

    private readonly ReportLanguage _language = options.Text;

    public IEnumerable<XElement> Draw()
    {
        yield return Tag(
            "div",
            Attribute("class", "filters"),
            Filter("urgency", ReportText.FilterUrgency, [SeverityLevel.Critical, SeverityLevel.Review, Nothing], line => line.Severity ?? Nothing, _language.Word),
            Filter("status", ReportText.FilterStatus, [DossierStatus.Complete, DossierStatus.Partial, DossierStatus.Failed], line => line.Status, _language.Word),
            options.HasChanges ? Filter(Changed, ReportText.FilterChanges, [Changed], line => line.Changes > 0 ? Changed : string.Empty, _ => _language.Say(ReportText.WithChanges)) : null);
        XElement table = Table.Create(
            _language.Say(ReportText.IndexCaption),
            [.. new[] { ReportText.Company, ReportText.Urgency, ReportText.Reason, ReportText.Status, ReportText.Collected }.Select(_language.Say), .. options.HasChanges ? [_language.Say(ReportText.Changes)] : Array.Empty<string>()],
            lines.Select(line => Cells(line).Take(options.HasChanges ? 6 : 5).ToArray()),
            row => $"urgency-{lines[row].Severity ?? Nothing} status-{lines[row].Status}{(lines[row].Changes > 0 ? $" {Changed}-{Changed}" : string.Empty)}");
        table.Add(Attribute("class", "index"));
        yield return table;
    }

    private object?[] Cells(DossierLine line) =>
    [
        new object?[] { Tag("a", Attribute("href", line.Link), line.Company), Tag("small", line.Siren), line.IsSandbox ? Tag("em", _language.Say(ReportText.Sandbox)) : null },
        line.Severity is null ? null : ChangeTable.Badge(line.Severity, _language),
        line.Reason is null ? null : Marked(line.Reasons > 1 ? _language.Say(ReportText.AndMore, line.Reason.TrimEnd('.'), $"{line.Reasons - 1}") : line.Reason, line.English),
        ChangeTable.Badge(line.Status, _language),
        _language.Date(line.CompletedAt),
        $"{line.Changes}",
    ];

    public string Subtitle() => string.Join(" · ", lines.GroupBy(line => line.Severity ?? line.Status, StringComparer.Ordinal)
        .OrderBy(group => SeverityLevel.Rank(group.Key))
        .Select(group => _language.Say(ReportText.TableOf, _language.Word(group.Key), $"{group.Count()}"))
        .Prepend(_language.Count(lines.Count, ReportText.OneCompany, ReportText.Companies)));

    /// <summary>CSS rules that hide filtered rows; printouts always contain all rows.</summary>
    public static string Style => string.Concat(
        new[] { ("urgency", SeverityLevel.Critical), ("urgency", SeverityLevel.Review), ("urgency", Nothing), ("status", DossierStatus.Complete), ("status", DossierStatus.Partial), ("status", DossierStatus.Failed), (Changed, Changed) }
            .Select(pair => $"@media screen {{ main:has(#{pair.Item1}-{pair.Item2}:checked) .index tbody tr:not(.{pair.Item1}-{pair.Item2}) {{ display: none; }} }}\n"));

    private XElement Filter(string name, Phrase legend, string[] words, Func<DossierLine, string> wordOf, Func<string, string> label) => Tag(
        "fieldset",
        Tag("legend", _language.Say(legend)),
        Option(name, "all", _language.Say(ReportText.All), lines.Count, isChecked: true),
        words.Select(word => Option(name, word, label(word), lines.Count(line => wordOf(line) == word), isChecked: false)));

    private XElement Option(string name, string word, string label, int count, bool isChecked) => Tag(
        "label",
        Tag("input", Attribute("type", "radio"), Attribute("name", name), Attribute("id", $"{name}-{word}"), isChecked ? Attribute("checked", "checked") : null),
        " ",
        _language.Say(ReportText.Option, label, $"{count}"));
}
