using System.Xml.Linq;
using CompanyData.Dossiers;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>A table with the changes of a company.</summary>
internal static class ChangeTable
{
    /// <param name="changes">Changes of one company, the most urgent first.</param>
    /// <param name="language">Language of the report.</param>
    public static object[] Create(IReadOnlyList<DossierChange> changes, ReportLanguage language) =>
    [
        changes.All(change => change.ReferenceDate == default) ? string.Empty : Tag(
            "p",
            Attribute("class", "subtitle"),
            language.Say(ReportText.Compared, language.Text(changes.Max(change => change.DifferenceDate)), language.Text(changes.Max(change => change.ReferenceDate)))),
        Table.Create(
            language.Say(ReportText.ChangesCaption),
            [.. new[] { ReportText.Change, ReportText.Urgency, ReportText.Subject, ReportText.Before, ReportText.After }.Select(language.Say)],
            changes.Select(change => new object?[] { change.Message, Badge(change.Severity, language), Subject(change, language), Text(change, change.Old, language), Text(change, change.New, language) })),
    ];

    public static XElement Badge(string word, ReportLanguage language) => Tag("span", Attribute("class", $"badge {word}"), language.Word(word));

    private static string Subject(DossierChange change, ReportLanguage language) => string.Join("\n", new[]
    {
        language.Area(change.Area), change.Subject, change.Field is null ? null : language.Label(change.Field),
    }.Where(part => part is not null));

    private static string? Text(DossierChange change, string? value, ReportLanguage language) => value is null ? null
        : change.Field is not null && value is "true" or "false" ? language.Text(value == "true")
        : language.Text(change.Field ?? string.Empty, value);
}
