using CompanyData.Dossiers;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>The page that lists dossiers, in their order.</summary>
internal static class DossierIndex
{
    public static string Write(IReadOnlyCollection<DossierLine> lines, ReviewOptions options) => Page(
        "Company dossiers",
        Tag("header", Tag("p", Attribute("class", "kind"), "CompanyData"), Tag("h1", "Company dossiers"), Tag("p", Attribute("class", "subtitle"), Subtitle(lines, options.Wording))),
        Tag(
            "main",
            Attribute("id", "content"),
            Table.Create(
                "The dossiers, and what to review in each",
                ["Company", "SIREN", "Status", $"Owners over {options.Wording.Percent(options.OwnershipThreshold)}", "Not collected", "To review"],
                lines.Select(line => new object?[]
                {
                    Tag("a", Attribute("href", Uri.EscapeDataString(line.FileName)), line.Company), line.Siren,
                    Tag("span", Attribute("class", $"badge {line.Status}"), line.Status),
                    $"{line.OwnersOverThreshold}", $"{line.Missing}", $"{line.ToReview}",
                }))),
        Tag("footer", Tag("p", "Confidential: these pages hold personal data.")));

    private static string Subtitle(IReadOnlyCollection<DossierLine> lines, Wording wording) => string.Join(" · ", new[] { wording.Count(lines.Count, "company", "companies") }
        .Concat(lines.GroupBy(line => line.Status, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key.ToLowerInvariant()}")));
}
