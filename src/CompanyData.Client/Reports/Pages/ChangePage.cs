using CompanyData.Dossiers;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>A page with the changes of one or all companies of a run.</summary>
internal static class ChangePage
{
    /// <param name="companies">The changes per company, the most urgent first.</param>
    /// <param name="options">Title, language and so on.</param>
    public static string Write(IReadOnlyList<IReadOnlyList<DossierChange>> companies, ReportOptions options)
    {
        ReportLanguage language = options.Text;
        ReportFrame frame = new(options);
        bool isOne = companies.Count == 1;
        int sandbox = companies.Count(changes => changes.Any(change => change.IsSandbox));
        string heading = isOne ? companies[0][0].Name : language.Say(ReportText.ChangesOfRun);
        string about = isOne ? $"{companies[0][0].Name} · {companies[0][0].Siren}" : heading;
        return Page(
            language,
            isOne ? language.Say(ReportText.ChangesTitle, companies[0][0].Name, companies[0][0].Siren) : heading,
            frame.Print($"{language.Say(ReportText.Changes)} · {about}", sandbox > 0),
            frame.SkipLink(),
            frame.Header(
                frame.Title(ReportText.Changes),
                heading,
                Subtitle(companies, language),
                frame.Warning(sandbox, companies.Count),
                collected: null),
            Tag(
                "main",
                Attribute("id", "content"),
                companies.Count == 0 ? Tag("p", Attribute("class", "nothing"), language.Say(ReportText.NoChanges)) : null,
                companies.Select((changes, index) => Section($"company-{index + 1}", $"{changes[0].Name} · {changes[0].Siren}", ChangeTable.Create(changes, language))),
                isOne ? null : Tag("p", Attribute("class", "nothing"), language.Say(ReportText.UnchangedNotListed))),
            Tag("footer", Tag("p", language.Say(ReportText.Confidential))));
    }

    private static string Subtitle(IReadOnlyList<IReadOnlyList<DossierChange>> companies, ReportLanguage language)
    {
        DossierChange[] changes = [.. companies.SelectMany(company => company)];
        string total = language.Say(
            ReportText.ChangesIn,
            language.Count(changes.Length, ReportText.OneChange, ReportText.ManyChanges),
            language.Count(companies.Count, ReportText.OneCompany, ReportText.Companies));
        return string.Join(" · ", SeverityLevel.All
            .Select(severity => (severity, Count: changes.Count(change => change.Severity == severity)))
            .Where(pair => pair.Count > 0)
            .Select(pair => language.Say(ReportText.TableOf, language.Word(pair.severity), $"{pair.Count}"))
            .Prepend(total));
    }
}
