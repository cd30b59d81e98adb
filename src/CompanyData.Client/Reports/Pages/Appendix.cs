using System.Xml.Linq;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>The appendix for auditors: technical identifiers of the service, and fields that are not shown elsewhere.</summary>
internal sealed class Appendix(ReportLanguage language)
{
    private readonly List<(string Of, Fact Fact)> _identifiers = [];
    private readonly List<(string Of, IReadOnlyList<Fact> Facts)> _further = [];

    /// <summary>Moves the identifiers among some facts to the appendix, those of nested objects and references to them as well.</summary>
    /// <returns>The other facts.</returns>
    public IReadOnlyList<Fact> TakeIdentifiers(string of, IEnumerable<Fact> facts)
    {
        Fact[] all = [.. facts];
        HashSet<string> nested = new(all.SelectMany(fact => Identifiers(fact.Value)), StringComparer.Ordinal);
        return Take(of, all, nested);
    }

    private Fact[] Take(string of, IEnumerable<Fact> facts, HashSet<string> nested)
    {
        ILookup<bool, Fact> parts = facts.ToLookup(fact => fact.IsIdentifier || (fact.Value is string text && nested.Contains(text)));
        _identifiers.AddRange(parts[true].Select(fact => (of, fact)));
        return [.. parts[false].Select(fact => (fact.Name, Value: TakeNested($"{of}, {language.Label(fact.Name)}", fact.Value, nested)))
            .Where(fact => fact.Value is not null)
            .Select(fact => new Fact(fact.Name, fact.Value!))];
    }

    /// <returns>Null if nothing but identifiers was there.</returns>
    private object? TakeNested(string of, object value, HashSet<string> nested) => value switch
    {
        IReadOnlyList<Fact> facts => Take(of, facts, nested) is { Length: > 0 } rest ? rest : null,
        IReadOnlyList<object> items when items.Any(Facts.IsNested) => items.Select((item, index) => TakeNested($"{of} {index + 1}", item, nested)).OfType<object>().ToArray() is { Length: > 0 } rest ? rest : null,
        _ => value,
    };

    /// <summary>The identifiers within a nested value.</summary>
    private static IEnumerable<string> Identifiers(object value) => value switch
    {
        IReadOnlyList<Fact> facts => facts.SelectMany(fact => fact.IsIdentifier ? [(string)fact.Value] : Identifiers(fact.Value)),
        IReadOnlyList<object> items => items.SelectMany(Identifiers),
        _ => [],
    };

    /// <summary>Adds facts that are not shown elsewhere.</summary>
    public void Add(string of, IEnumerable<Fact> facts)
    {
        if (TakeIdentifiers(of, facts) is { Count: > 0 } further)
        {
            _further.Add((of, further));
        }
    }

    /// <returns>Null if the appendix is empty.</returns>
    public XElement? Draw() => _identifiers.Count + _further.Count == 0 ? null : Section(
        "appendix",
        language.Say(ReportText.Appendix),
        _further.Count == 0 ? null : new object[]
        {
            Tag("h3", language.Say(ReportText.FurtherData)),
            Tag("div", Attribute("class", "records"), _further.Select(record => Tag("article", Tag("h4", record.Of), new FactList(language).Create(record.Facts)))),
        },
        _identifiers.Count == 0 ? null : Table.Create(
            language.Say(ReportText.Identifiers),
            [language.Say(ReportText.Thing), language.Say(ReportText.Kind), language.Say(ReportText.Value)],
            _identifiers.Select(row => new object?[] { row.Of, language.Label(row.Fact.Name), row.Fact.Value })));
}
