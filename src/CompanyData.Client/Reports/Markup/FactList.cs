using System.Xml.Linq;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>Shows facts as a definition list.</summary>
internal sealed class FactList(ReportLanguage language)
{
    public XElement Create(IEnumerable<Fact> facts) => Create(facts.Select(fact => (language.Label(fact.Name), fact.Value)));

    /// <param name="facts">The facts, with their labels.</param>
    public XElement Create(IEnumerable<(string Label, object Value)> facts) => Tag("dl", facts.Select(fact => Pair(fact.Label, fact.Value)));

    /// <summary>Shows a scalar as text, an object as a definition list, and a list as a list.</summary>
    public object Value(object value) => value switch
    {
        IReadOnlyList<Fact> facts => Create(facts),
        IReadOnlyList<object> { Count: 1 } items => Value(items[0]),
        IReadOnlyList<object> items => Tag("ul", items.Select(item => Tag("li", Value(item)))),
        _ => Scalar(value),
    };

    private XElement Pair(string label, object value)
        => Tag("div", IsWide(value) ? Attribute("class", "wide") : null, Tag("dt", label), Tag("dd", Value(value)));

    private static bool IsWide(object value) => Facts.IsNested(value) || (value is IReadOnlyList<object> items && items.Any(Facts.IsNested)) || value is string { Length: > 120 };

    private object Scalar(object value)
        => value is DateTime ? Tag("time", language.Text(value)) : language.Text(value);
}
