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
    private const int LongestWord = 12;

    /// <param name="caption">What it lists.</param>
    /// <param name="columns">The first one names the row.</param>
    /// <param name="rows">As many cells as columns; null where nothing is told.</param>
    /// <param name="classOf">What style and filters know a row by, from its position.</param>
    public static XElement Create(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, Func<int, string>? classOf = null) => Tag(
        "table",
        Attribute("role", "table"),
        Tag("caption", caption),
        Tag("thead", Attribute("role", "rowgroup"), Tag(
            "tr", Attribute("role", "row"), columns.Select(column => Tag("th", Attribute("role", "columnheader"), Attribute("scope", "col"), Short(column), column)))),
        Tag("tbody", Attribute("role", "rowgroup"), rows.Select((row, position) => Tag(
            "tr", Attribute("role", "row"), classOf is null ? null : Attribute("class", classOf(position)), row.Select((cell, index) => Cell(columns[index], cell, index))))));

    private static XElement Cell(string column, object? cell, int index) => index == 0
        ? Tag("th", Attribute("role", "rowheader"), Attribute("scope", "row"), Short(cell), cell ?? "–")
        : Tag("td", Attribute("role", "cell"), Attribute("data-label", column), Short(cell), cell is null ? "–" : Tag("span", cell));

    /// <summary>Words are not broken where they are short, but longer ones must be: else a column could push the others off the page.</summary>
    private static XAttribute? Short(object? cell) => Text(cell) is { } text && text.Split(' ', '\n').All(word => word.Length <= LongestWord)
        ? Attribute("class", text.Contains(' ') || text.Contains('\n') ? "short" : "short word")
        : null;

    private static string? Text(object? cell) => cell switch
    {
        string text => text,
        XElement element => element.Value,
        object?[] parts => string.Join("\n", parts.Where(part => part is not XAttribute).Select(Text).Where(part => part is not null)),
        _ => null,
    };
}
