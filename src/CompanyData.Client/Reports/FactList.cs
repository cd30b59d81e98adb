using System.Xml.Linq;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>Facts as a list of terms.</summary>
internal static class FactList
{
    public static XElement Create(IEnumerable<Fact> facts) => Tag("dl", facts.Select(Pair));

    /// <summary>A scalar as text, an object as a list of terms, a list as a list.</summary>
    public static object Value(object value)
        => Facts.IsNested(value) ? Create(Facts.From(value))
            : !Facts.IsList(value) ? Scalar(value)
            : Facts.Items(value) is { Count: 1 } items ? Value(items[0])
            : Tag("ul", Facts.Items(value).Select(item => Tag("li", Value(item))));

    private static XElement Pair(Fact fact)
        => Tag("div", IsWide(fact.Value) ? Attribute("class", "wide") : null, Tag("dt", fact.Label), Tag("dd", Value(fact.Value)));

    private static bool IsWide(object value) => Facts.IsNested(value) || (Facts.IsList(value) && Facts.Items(value).Any(Facts.IsNested)) || value is string { Length: > 120 };

    private static object Scalar(object value)
        => value is DateTime ? Tag("time", Facts.Text(value)) : Facts.Text(value);
}
