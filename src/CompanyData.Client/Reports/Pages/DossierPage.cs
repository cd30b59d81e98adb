using System.Xml.Linq;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Qard;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>A dossier as an HTML page: findings first, then owners and officers, then all collected data.</summary>
internal sealed class DossierPage(CompanyDossier dossier, IReadOnlyList<DossierFinding> findings, ReportOptions options)
{
    /// <summary>Maximum number of columns of a readable table; with more, each item is shown separately.</summary>
    private const int MaxColumns = 7;

    private static readonly string[] ColumnsOfSyncs = [nameof(QardSyncItem.DataType), nameof(QardSyncItem.ProviderName), nameof(QardSyncItem.RequestedAt), nameof(QardSyncItem.CompletedAt), nameof(QardSyncItem.Status)];

    private readonly ReportLanguage _language = options.Text;
    private readonly FactList _facts = new(options.Text);
    private readonly Appendix _appendix = new(options.Text);
    private readonly ReportFrame _frame = new(options);

    private string Company => dossier.CompanyName;

    public string Write() => Page(
        _language,
        _language.Say(ReportText.PageTitle, Company, dossier.Siren),
        Print(),
        _frame.SkipLink(),
        Header(),
        Tag("main", Attribute("id", "content"), Sections()),
        Tag("footer", Tag("p", _language.Say(ReportText.Footer, _language.Text(dossier.CompletedAt)))));

    /// <summary>Creates the dossier as a part of a larger page.</summary>
    /// <param name="name">Name for links and print styles.</param>
    public XElement Embedded(string name) => Embed(
        Tag("div", Attribute("class", "dossier"), Attribute("id", name), Attribute("style", $"page: {name}"), Header(), Sections()), $"{name}-");

    /// <param name="name">Name of the printed pages; null for all.</param>
    public string Print(string? name = null) => _frame.Print($"{Company} · {dossier.Siren}", dossier.IsSandbox, dossier.CompletedAt, name);

    private XElement Header() => _frame.Header(
        _frame.Title(ReportText.Dossier),
        Company,
        string.Join(" · ", new[] { $"SIREN {dossier.Siren}", dossier.LegalForm, dossier.City }.Where(part => !string.IsNullOrWhiteSpace(part))),
        dossier.IsSandbox ? _language.Say(ReportText.SandboxPage) : null,
        dossier.CompletedAt);

    private object?[] Sections()
    {
        IReadOnlyList<DossierChange> changes = options.ChangesOf(dossier.Siren);
        return
        [
            new FindingsSection(dossier, findings, options).Draw(),
            changes.Count == 0 ? null : Section("changes", _language.Say(ReportText.Changes), ChangeTable.Create(changes, _language)),
            Identity(),
            new PeopleSection(dossier, options, _appendix).Draw(),
            OtherData().ToArray(),
            Sources(),
            _appendix.Draw(),
        ];
    }

    private XElement Identity()
    {
        IReadOnlyList<Fact> profile = dossier.Profile is null ? [] : _appendix.TakeIdentifiers(Company, Facts.From(dossier.Profile));
        (string, object)[] asked = dossier.Name is { Length: > 0 } name ? [(_language.Say(ReportText.NameInRequest), name)] : [];
        return Section("identity", _language.Say(ReportText.Identity), _facts.Create([("SIREN", dossier.Siren), .. asked, .. profile.Select(fact => (_language.Label(fact.Name), fact.Value))]));
    }

    /// <summary>All other requested data types, including those that were not collected.</summary>
    private IEnumerable<XElement> OtherData() => dossier.DataTypes.Concat(dossier.Data.Keys)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Except(QardDataType.Default, StringComparer.OrdinalIgnoreCase)
        .Select((type, index) => Section(
            $"data-{index + 1}",
            _language.DataType(type),
            PeopleSection.Nothing(dossier, type, _language) is { } nothing ? (object)Tag("p", Attribute("class", "nothing"), nothing) : Items(_language.DataType(type), dossier.GetItems(type))));

    /// <summary>Shows small, flat items as a table, others separately. What is the same for all items is said once.</summary>
    private object?[] Items(string label, IReadOnlyList<QardUserData> items)
    {
        IReadOnlyList<Fact>[] facts = [.. items.Select((item, index) => _appendix.TakeIdentifiers($"{label} {index + 1}", Facts.From(item)))];
        string[] columns = [.. facts.SelectMany(item => item.Select(fact => fact.Name)).Distinct(StringComparer.Ordinal)];
        if (!facts.All(IsFlat))
        {
            return [Records(label, facts)];
        }

        Fact[] common = items.Count < 3 ? [] : [.. facts[0].Where(fact => facts.All(item => item.Contains(fact)))];
        string[] own = [.. columns.Except(common.Select(fact => fact.Name), StringComparer.Ordinal)];
        (common, own) = own.Length == 0 ? ([], columns) : (common, own);
        return own.Length is > 0 and < MaxColumns
            ? [common.Length == 0 ? null : _facts.Create(common), ItemTable(label, own, facts)]
            : [Records(label, facts)];
    }

    private static bool IsFlat(IReadOnlyList<Fact> item) => item.All(fact => !Facts.IsNested(fact.Value) && !Facts.IsList(fact.Value)) && item.Select(fact => fact.Name).Distinct(StringComparer.Ordinal).Count() == item.Count;

    private XElement ItemTable(string label, string[] columns, IReadOnlyList<Fact>[] facts) => Table.Create(
        _language.Say(ReportText.TableOf, label, _language.Count(facts.Length, ReportText.OneItem, ReportText.Items)),
        [_language.Say(ReportText.Number), .. columns.Select(_language.Label)],
        facts.Select((item, index) => columns.Select(column => item.FirstOrDefault(fact => fact.Name == column) is { } fact ? _facts.Value(fact) : null).Prepend($"{index + 1}").ToArray()));

    private XElement Records(string label, IReadOnlyList<Fact>[] facts) => Tag("div", Attribute("class", "records"), facts.Select((item, index) => Tag(
        "article", facts.Length == 1 ? null : Tag("h3", _language.Say(ReportText.CountOf, $"{label} {index + 1}", $"{facts.Length}")), _facts.Create(item))));

    private XElement Sources()
    {
        foreach (QardSyncItem sync in dossier.Syncs)
        {
            _appendix.Add(_language.Say(ReportText.Synchronisation, _language.DataType(sync.DataType ?? string.Empty)), Facts.From(sync).Where(fact => !ColumnsOfSyncs.Contains(fact.Name, StringComparer.Ordinal)));
        }

        if (dossier.UserId is { Length: > 0 } user)
        {
            _appendix.Add(Company, [new Fact("QardUserId", user)]);
        }

        return Section(
            "sources",
            _language.Say(ReportText.Sources),
            dossier.Syncs.Count == 0 ? Tag("p", Attribute("class", "nothing"), _language.Say(ReportText.NothingSynchronised)) : Table.Create(
                _language.Say(ReportText.SourcesCaption),
                [.. new[] { ReportText.Data, ReportText.Source, ReportText.Requested, ReportText.Completed, ReportText.Result }.Select(_language.Say)],
                dossier.Syncs.Select(sync => new object?[]
                {
                    sync.DataType is null ? null : _language.DataType(sync.DataType), sync.ProviderName, sync.RequestedAt is { } asked ? _language.Text(asked) : null,
                    sync.CompletedAt is { } completed ? _language.Text(completed) : null, sync.Status is null ? null : SyncStatusInWords(sync.Status),
                })),
            _facts.Create(Origin()));
    }

    private string SyncStatusInWords(string status) => _language.IsFrench ? _language.Text(nameof(QardSyncItem.Status), status) : _language.Label(status);

    private IEnumerable<(string Label, object Value)> Origin() => new (Phrase Label, object? Value)[]
    {
        (ReportText.Started, dossier.CollectedAt), (ReportText.Complete, dossier.CompletedAt), (ReportText.Took, dossier.Elapsed), (ReportText.Service, dossier.Service),
        (ReportText.IsSandbox, dossier.IsSandbox), (ReportText.Provider, dossier.ProviderName),
        (ReportText.RequestedData, dossier.DataTypes.Count == 0 ? null : dossier.DataTypes.Select(_language.DataType).ToArray()),
    }.Where(fact => fact.Value is not null).Select(fact => (_language.Say(fact.Label), fact.Value!));
}
