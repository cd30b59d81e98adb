using System.Xml.Linq;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>Shows facts as a definition list.</summary>
internal sealed class FactList(ReportLanguage language)
{
    public XElement Create(IEnumerable<Fact> facts) => Tag("dl", facts.Select(fact => Pair(language.Label(fact.Name), fact)));

    /// <param name="facts">The facts, with their labels.</param>
    public XElement Create(IEnumerable<(string Label, object Value)> facts) => Tag("dl", facts.Select(fact => Pair(fact.Label, new(string.Empty, fact.Value))));

    /// <summary>Shows a scalar as text, an object as a definition list, and a list as a list.</summary>
    public object Value(Fact fact) => fact.Value switch
    {
        IReadOnlyList<Fact> facts => Create(facts),
        IReadOnlyList<object> { Count: 1 } items => Value(fact with { Value = items[0] }),
        IReadOnlyList<object> items => Tag("ul", items.Select(item => Tag("li", Value(fact with { Value = item })))),
        DateTime time => Tag("time", language.Text(time)),
        _ => language.Text(fact.Name, fact.Value),
    };

    private XElement Pair(string label, Fact fact)
        => Tag("div", IsWide(fact.Value) ? Attribute("class", "wide") : null, Tag("dt", label), Tag("dd", Value(fact)));

    private static bool IsWide(object value) => Facts.IsNested(value) || (value is IReadOnlyList<object> items && items.Any(Facts.IsNested)) || value is string { Length: > 120 };
}
