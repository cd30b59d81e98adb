using System.Xml.Linq;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>Facts as a list of terms.</summary>
internal static class FactList
{
    public static XElement Create(IEnumerable<Fact> facts) => Tag("dl", facts.Select(Pair));

    /// <summary>A scalar as text, an object as a list of terms, a list as a list.</summary>
    public static object Value(object value) => value switch
    {
        IReadOnlyList<Fact> facts => Create(facts),
        IReadOnlyList<object> { Count: 1 } items => Value(items[0]),
        IReadOnlyList<object> items => Tag("ul", items.Select(item => Tag("li", Value(item)))),
        _ => Scalar(value),
    };

    private static XElement Pair(Fact fact)
        => Tag("div", IsWide(fact.Value) ? Attribute("class", "wide") : null, Tag("dt", fact.Label), Tag("dd", Value(fact.Value)));

    private static bool IsWide(object value) => Facts.IsNested(value) || (value is IReadOnlyList<object> items && items.Any(Facts.IsNested)) || value is string { Length: > 120 };

    private static object Scalar(object value)
        => value is DateTime ? Tag("time", Facts.Text(value)) : Facts.Text(value);
}
