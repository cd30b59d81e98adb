using System.Text.RegularExpressions;
using System.Xml.Linq;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>
/// Creates a table that is shown as one card per row on narrow screens. The roles are explicit, because the elements lose their implicit
/// roles in that layout.
/// </summary>
internal static class Table
{
    /// <summary>Length of a short word in characters, such as a date or a siren; seven such columns fit on a page.</summary>
    private const int LongestWord = 12;

    /// <summary>A date without a time.</summary>
    private static readonly Regex Date = new(@"(?<date>\d{4}-\d{2}-\d{2})(?![ T]\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <param name="caption">Caption of the table.</param>
    /// <param name="columns">Column headings; the first column is the row heading.</param>
    /// <param name="rows">One cell per column; null for an empty cell.</param>
    /// <param name="classOf">Returns the CSS class of a row by its index, for styles and filters; null for none.</param>
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
        : Tag("td", Attribute("role", "cell"), Attribute("data-label", column), Short(cell), cell is null ? "–" : Tag("span", Unbroken(cell)));

    /// <summary>A browser would break an ISO date at its hyphens.</summary>
    private static object Unbroken(object cell) => cell is string text && text.Length > LongestWord
        ? Date.Split(text).Select((part, index) => index % 2 == 0 ? part : (object)Tag("time", Attribute("class", "word"), part)).ToArray()
        : cell;

    /// <summary>Prevents breaks in short words; long words must break, or a column would push the others off the page.</summary>
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
