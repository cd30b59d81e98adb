using System.Xml.Linq;
using CompanyData.Collection;
using CompanyData.Qard;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>A dossier as a page: the verdict first, then what stands behind it, then every fact that was collected.</summary>
internal sealed class DossierPage(CompanyDossier dossier)
{
    /// <summary>Beyond this a table cannot be read; each item stands for itself then.</summary>
    private const int MostColumns = 7;

    private static readonly string[] TableOfSyncs = [.. new[] { nameof(QardSyncItem.DataType), nameof(QardSyncItem.ProviderName), nameof(QardSyncItem.RequestedAt), nameof(QardSyncItem.CompletedAt), nameof(QardSyncItem.Status) }.Select(Facts.Label)];

    private readonly IReadOnlyList<Holding> _holdings = Holding.From(dossier.BeneficialOwners);

    private string Company => dossier.Name ?? dossier.Profile?.Name ?? dossier.Siren;

    public string Write() => Page(
        $"{Company} ({dossier.Siren}): company dossier",
        Tag("a", Attribute("class", "skip"), Attribute("href", "#content"), "To the content"),
        Header(),
        Tag("main", Attribute("id", "content"), Verdict(), Identity(), Owners(), Officers(), OtherData(), Sources()),
        Tag("footer", Tag("p", $"Collected from Qard with CompanyData on {Facts.Text(dossier.CollectedAt)}. Confidential: this page holds personal data.")));

    private XElement Header() => Tag(
        "header",
        Tag("p", Attribute("class", "kind"), "Company dossier"),
        Tag("h1", Company),
        Tag("p", Attribute("class", "subtitle"), string.Join(" · ", new[] { $"SIREN {dossier.Siren}", dossier.LegalForm, dossier.City }.Where(part => !string.IsNullOrWhiteSpace(part)))));

    private XElement Verdict()
    {
        IReadOnlyList<Finding> findings = Findings.From(dossier, _holdings);
        int missing = findings.Count(finding => finding.Kind == FindingKind.Missing);
        int looks = findings.Count(finding => finding.Kind == FindingKind.Review);
        int over = _holdings.Count(holding => holding.IsOverThreshold);
        return Section(
            "findings",
            "Findings",
            Tag("p", Attribute("class", $"verdict {(dossier.Status == DossierStatus.Complete && looks > 0 ? "Attention" : dossier.Status)}"), Tag("strong", dossier.Status), " ", Summary(missing, looks)),
            Tag(
                "dl",
                Attribute("class", "figures"),
                Figure($"owners over {Holding.Threshold} %", _holdings.Count == 0 ? "–" : $"{over} of {_holdings.Count}"),
                Figure("officers", $"{dossier.Officers.Count}"),
                Figure("not collected", $"{missing}"),
                Figure("to look at", $"{looks}")),
            findings.Count == 0 ? null : Tag("ul", Attribute("class", "findings"), findings.Select(Item)));
    }

    private string Summary(int missing, int looks) => (dossier.Status, looks) switch
    {
        (DossierStatus.Failed, _) => "Nothing could be collected.",
        (DossierStatus.Partial, _) => $"{Findings.Count(missing, "thing that was asked for is", "things that were asked for are")} missing.",
        (_, 0) => "All that was asked for was collected, and nothing stands out.",
        _ => $"All that was asked for was collected; {Findings.Count(looks, "point wants", "points want")} a look.",
    };

    private static XElement Figure(string label, string value) => Tag("div", Tag("dt", label), Tag("dd", value));

    private static XElement Item(Finding finding) => Tag(
        "li",
        Attribute("class", finding.Kind),
        Tag("strong", Facts.Text(finding.Kind)),
        Tag("div", Tag("p", finding.What), finding.Remedy is null ? null : Tag("p", Attribute("class", "remedy"), $"What to do: {finding.Remedy}"), finding.Reference is null ? null : Tag("p", Attribute("class", "remedy"), $"Reference: {finding.Reference}")));

    private XElement Identity() => Section(
        "identity",
        "Identity",
        FactList.Create([new Fact("SIREN", dossier.Siren), .. dossier.Name is { Length: > 0 } name ? [new Fact("Name in the request", name)] : Array.Empty<Fact>(), .. ProfileFacts()]));

    private IReadOnlyList<Fact> ProfileFacts() => dossier.Profile is null ? [] : Facts.From(dossier.Profile);

    private XElement Owners() => Section(
        "owners",
        "Beneficial owners",
        _holdings.Count == 0 ? Nothing(QardDataType.BeneficialOwner) :
        [
            Tag(
                "figure",
                new OwnershipDiagram(Company, 4).Draw(_holdings),
                new OwnershipDiagram(Company, 2).Draw(_holdings),
                Tag("figcaption", $"Heavy frames mark owners of over {Holding.Threshold} % of shares or votes, the legal threshold.")),
            Table.Create(
                "Who owns or controls the company",
                ["Owner", "Shares", "Votes", $"Over {Holding.Threshold} %"],
                _holdings.Select(holding => new object?[]
                {
                    holding.Name, Holding.Percent(holding.Shares), Holding.Percent(holding.Votes),
                    holding.IsOverThreshold ? Tag("strong", "Yes") : holding.IsDisclosed ? "No" : null,
                })),
            Records("owner", _holdings.Select(holding => (holding.Name, Facts.From(holding.Owner)))),
        ]);

    private XElement Officers() => Section(
        "officers",
        "Officers",
        dossier.Officers.Count == 0 ? Nothing(QardDataType.CompanyOfficer) :
        [
            Table.Create(
                "Who runs or audits the company",
                ["Officer", "Role", "Since", "Until"],
                dossier.Officers.SelectMany(officer => officer.Roles.DefaultIfEmpty(new QardOfficerRole()).Select(role => new object?[]
                {
                    Name(officer), role.Name, role.StartDate is { } start ? Facts.Text(start) : null, role.EndDate is { } end ? Facts.Text(end) : null,
                }))),
            Records("officer", dossier.Officers.Select(officer => (Name(officer), Facts.From(officer)))),
        ]);

    private static string Name(QardCompanyOfficer officer)
        => new[] { officer.Name, $"{officer.FirstName} {officer.LastName}".Trim(), officer.Id, "(no name)" }.First(name => !string.IsNullOrWhiteSpace(name))!;

    private object?[] Nothing(string dataType)
        => [Tag("p", Attribute("class", "nothing"), dossier.Failures.Any(failure => failure.Step == dataType) || dossier.Status == DossierStatus.Failed
            ? "Not collected: see the findings." : "None in the dossier.")];

    private IEnumerable<XElement> OtherData() => dossier.Data.Select((pair, index) =>
        Section($"data-{index + 1}", Facts.Label(pair.Key), pair.Value.Count == 0 ? Nothing(pair.Key) : [Items(Facts.Label(pair.Key), pair.Value)]));

    /// <summary>A table where the items are small and flat.</summary>
    private static object Items(string label, IReadOnlyList<QardUserData> items)
    {
        IReadOnlyList<Fact>[] facts = [.. items.Select(Facts.From)];
        string[] columns = [.. facts.SelectMany(item => item.Select(fact => fact.Label)).Distinct(StringComparer.Ordinal)];
        bool isFlat = facts.All(item => item.All(fact => !Facts.IsNested(fact.Value) && !Facts.IsList(fact.Value)) && item.Select(fact => fact.Label).Distinct(StringComparer.Ordinal).Count() == item.Count);
        return columns.Length <= MostColumns && isFlat
            ? Table.Create(
                $"{label}: {Findings.Count(items.Count, "item", "items")}",
                columns,
                facts.Select(item => columns.Select(column => item.FirstOrDefault(fact => fact.Label == column) is { } fact ? FactList.Value(fact.Value) : null).ToArray()))
            : Records("item", facts.Select((item, index) => ($"{index + 1} of {items.Count}", item)));
    }

    /// <summary>All that is known of each.</summary>
    private static XElement Records(string kind, IEnumerable<(string Heading, IReadOnlyList<Fact> Facts)> records) => Tag(
        "div",
        Attribute("class", "records"),
        records.Select(record => Tag("article", Attribute("class", kind), Tag("h3", record.Heading), FactList.Create(record.Facts))));

    /// <summary>What the table of synchronisations has no column for.</summary>
    private static IReadOnlyList<Fact> Untold(QardSyncItem sync) => [.. Facts.From(sync).Where(fact => !TableOfSyncs.Contains(fact.Label, StringComparer.Ordinal))];

    private XElement Sources() => Section(
        "sources",
        "Sources and times",
        dossier.Syncs.Count == 0 ? Tag("p", Attribute("class", "nothing"), "Nothing was synchronised.") : Table.Create(
            "What the service synchronised for this dossier",
            ["Data", "Source", "Requested", "Completed", "Result"],
            dossier.Syncs.Select(sync => new object?[]
            {
                sync.DataType is null ? null : Facts.Label(sync.DataType), sync.ProviderName, sync.RequestedAt is { } asked ? Facts.Text(asked) : null,
                sync.CompletedAt is { } completed ? Facts.Text(completed) : null, sync.Status is null ? null : Facts.Label(sync.Status),
            })),
        FactList.Create([new Fact("Collected at", dossier.CollectedAt), new Fact("Took", dossier.Elapsed), .. dossier.UserId is { } user ? [new Fact("Qard user", user)] : Array.Empty<Fact>()]),
        Records("sync", dossier.Syncs.Select(sync => (Facts.Label(sync.DataType ?? "Synchronisation"), Untold(sync)))));
}
