using System.Xml.Linq;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>
/// A table that folds into a card a row where the screen is narrow. The roles are those that the elements have; folded they would
/// lose them.
/// </summary>
internal static class Table
{
    /// <summary>A date, a siren; seven such columns fit on a page.</summary>
    private const int LongestWord = 11;

    /// <param name="caption">What it lists.</param>
    /// <param name="columns">The first one names the row.</param>
    /// <param name="rows">As many cells as columns; null where nothing is told.</param>
    public static XElement Create(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows) => Tag(
        "table",
        Attribute("role", "table"),
        Tag("caption", caption),
        Tag("thead", Attribute("role", "rowgroup"), Tag(
            "tr", Attribute("role", "row"), columns.Select(column => Tag("th", Attribute("role", "columnheader"), Attribute("scope", "col"), Short(column), column)))),
        Tag("tbody", Attribute("role", "rowgroup"), rows.Select(row => Tag("tr", Attribute("role", "row"), row.Select((cell, index) => Cell(columns[index], cell, index))))));

    private static XElement Cell(string column, object? cell, int index) => index == 0
        ? Tag("th", Attribute("role", "rowheader"), Attribute("scope", "row"), Short(cell), cell ?? "–")
        : Tag("td", Attribute("role", "cell"), Attribute("data-label", column), Short(cell), cell is null ? "–" : Tag("span", cell));

    /// <summary>Words are not broken where they are short, but longer ones must be: else a column could push the others off the page.</summary>
    private static XAttribute? Short(object? cell)
        => cell is string text && text.Split(' ').All(word => word.Length <= LongestWord) ? Attribute("class", "short") : null;
}
