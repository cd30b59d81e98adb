using System.Xml.Linq;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Qard;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>A dossier as a page: the verdict first, then what stands behind it, then every fact that was collected.</summary>
internal sealed class DossierPage(CompanyDossier dossier, ReviewOptions options)
{
    /// <summary>Beyond this a table cannot be read; each item stands for itself then.</summary>
    private const int MostColumns = 7;

    private static readonly string[] TableOfSyncs = [.. new[] { nameof(QardSyncItem.DataType), nameof(QardSyncItem.ProviderName), nameof(QardSyncItem.RequestedAt), nameof(QardSyncItem.CompletedAt), nameof(QardSyncItem.Status) }.Select(Facts.Label)];

    private readonly Wording _wording = options.Wording;

    private readonly IReadOnlyList<Holding> _holdings = Holding.From(dossier.BeneficialOwners);

    private string Threshold => _wording.Percent(options.OwnershipThreshold);

    private string Company => dossier.CompanyName;

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
        IReadOnlyList<DossierFinding> findings = DossierFindings.Find(dossier, options);
        DossierLine line = new(dossier, string.Empty, findings, options);
        return Section(
            "findings",
            "Findings",
            Tag("p", Attribute("class", $"verdict {(dossier.Status == DossierStatus.Complete && line.ToReview > 0 ? "Attention" : dossier.Status)}"), Tag("strong", dossier.Status), " ", Summary(line)),
            Tag(
                "dl",
                Attribute("class", "figures"),
                Figure($"owners over {Threshold}", _holdings.Count == 0 ? "–" : $"{line.OwnersOverThreshold} of {_holdings.Count}"),
                Figure("officers", $"{dossier.Officers.Count}"),
                Figure("not collected", $"{line.Missing}"),
                Figure("to review", $"{line.ToReview}")),
            findings.Count == 0 ? null : Tag("ul", Attribute("class", "findings"), findings.Select(Item)));
    }

    private string Summary(DossierLine line) => (dossier.Status, line.ToReview) switch
    {
        (DossierStatus.Failed, _) => "Nothing could be collected.",
        (DossierStatus.Partial, _) => $"{_wording.Count(line.Missing, "requested item is", "requested items are")} missing.",
        (_, 0) => "All requested data was collected, and nothing stands out.",
        _ => $"All requested data was collected; {_wording.Count(line.ToReview, "item needs", "items need")} review.",
    };

    private static XElement Figure(string label, string value) => Tag("div", Tag("dt", label), Tag("dd", value));

    private static XElement Item(DossierFinding finding) => Tag(
        "li",
        Attribute("class", finding.Severity),
        Tag("strong", finding.Severity),
        Tag("div", Tag("p", finding.Message), finding.Remedy is null ? null : Tag("p", Attribute("class", "remedy"), $"What to do: {finding.Remedy}"), finding.Reference is null ? null : Tag("p", Attribute("class", "remedy"), $"Reference: {finding.Reference}")));

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
                new OwnershipDiagram(Company, 4, options.OwnershipThreshold).Draw(_holdings),
                new OwnershipDiagram(Company, 2, options.OwnershipThreshold).Draw(_holdings),
                Tag("figcaption", $"Heavy frames mark owners of over {Threshold} of shares or votes, the legal threshold.")),
            Table.Create(
                "Who owns or controls the company",
                ["Owner", "Shares", "Votes", $"Over {Threshold}"],
                _holdings.Select(holding => new object?[]
                {
                    holding.Name, Holding.Percent(holding.Shares), Holding.Percent(holding.Votes),
                    holding.IsOver(options.OwnershipThreshold) ? Tag("strong", "Yes") : holding.IsDisclosed ? "No" : null,
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
                dossier.Officers.SelectMany(officer => officer.Roles.OfType<QardOfficerRole>().DefaultIfEmpty(new QardOfficerRole()).Select(role => new object?[]
                {
                    Name(officer), role.Name, role.StartDate is { } start ? Facts.Text(start) : null, role.EndDate is { } end ? Facts.Text(end) : null,
                }))),
            Records("officer", dossier.Officers.Select(officer => (Name(officer), Facts.From(officer)))),
        ]);

    private static string Name(QardCompanyOfficer officer)
        => new[] { officer.Name, $"{officer.FirstName} {officer.LastName}".Trim(), officer.Id, "(no name)" }.First(name => !string.IsNullOrWhiteSpace(name))!;

    private object?[] Nothing(string dataType) => [Tag("p", Attribute("class", "nothing"), dossier.GetDataState(dataType) switch
    {
        DataState.NotRequested => "Not requested.",
        DataState.NotCollected => "Not collected: see the findings.",
        _ => "None.",
    })];

    /// <summary>Everything else that was requested, whether it came or not.</summary>
    private IEnumerable<XElement> OtherData() => dossier.DataTypes.Concat(dossier.Data.Keys)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Except(QardDataType.Default, StringComparer.OrdinalIgnoreCase)
        .Select((type, index) => Section($"data-{index + 1}", Facts.Label(type), dossier.GetItems(type) is { Count: > 0 } items ? [Items(Facts.Label(type), items)] : Nothing(type)));

    /// <summary>A table where the items are small and flat.</summary>
    private object Items(string label, IReadOnlyList<QardUserData> items)
    {
        IReadOnlyList<Fact>[] facts = [.. items.Select(Facts.From)];
        string[] columns = [.. facts.SelectMany(item => item.Select(fact => fact.Label)).Distinct(StringComparer.Ordinal)];
        bool isFlat = facts.All(item => item.All(fact => !Facts.IsNested(fact.Value) && !Facts.IsList(fact.Value)) && item.Select(fact => fact.Label).Distinct(StringComparer.Ordinal).Count() == item.Count);
        return columns.Length <= MostColumns && isFlat
            ? Table.Create(
                $"{label}: {_wording.Count(items.Count, "item", "items")}",
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
        FactList.Create(Origin()),
        Records("sync", dossier.Syncs.Select(sync => (Facts.Label(sync.DataType ?? "Synchronisation"), Untold(sync)))));

    private IEnumerable<Fact> Origin() => new (string Label, object? Value)[]
    {
        ("Collected at", dossier.CollectedAt), ("Took", dossier.Elapsed), ("Service", dossier.Service), ("Sandbox", dossier.IsSandbox), ("Provider", dossier.ProviderName),
        ("Requested", dossier.DataTypes.Count == 0 ? null : dossier.DataTypes.Select(Facts.Label).ToArray()), ("Qard user", dossier.UserId),
    }.Where(fact => fact.Value is not null).Select(fact => new Fact(fact.Label, fact.Value!));
}
