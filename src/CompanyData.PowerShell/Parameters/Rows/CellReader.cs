using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace CompanyData.Parameters;

/// <summary>
/// Reads the cells of a row, independent of the culture. PowerShell itself silently ignores a column that it cannot convert, and reads dates
/// and numbers with the culture of the machine.
/// </summary>
internal static class CellReader
{
    /// <summary>Separates several values in a cell; a single value contains no line break.</summary>
    public const char Separator = '\n';

    private const string DateForms = "Write the year first, such as 1980-12-25.";
    private const string FlagForms = "Write true, false, 1, 0, yes, no, oui or non.";

    private static readonly Regex Date = new(
        @"\A(?<year>[0-9]{4})(?<s>[-/.]?)(?<month>[0-9]{1,2})\k<s>(?<day>[0-9]{1,2})(?<time>[T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?)?\s*(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private static readonly string[] Yes = ["true", "1", "yes", "oui", "vrai"];
    private static readonly string[] No = ["false", "0", "no", "non", "faux"];

    /// <summary>Returns the value of a cell, out of a PSObject and out of a list with one item.</summary>
    public static object? Unwrap(object? cell) => (cell is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : cell) switch
    {
        IList { Count: 1 } list => Unwrap(list[0]),
        string text when string.IsNullOrWhiteSpace(text) => null,
        // What databases and PowerShell's [NullString] have in an empty cell.
        DBNull or System.Management.Automation.Language.NullString => null,
        var value => value,
    };

    /// <summary>Reads text, or a number as text; null for an empty cell. Several values are separated by line breaks.</summary>
    /// <exception cref="FormatException">The value is an object without a text form.</exception>
    public static string? Text(object? cell) => Unwrap(cell) switch
    {
        null => null,
        string text => text,
        char or Guid or Uri => $"{Unwrap(cell)}",
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "s", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        // A number literal keeps its digits, such as 0.50.
        IFormattable number when number is IConvertible => cell is PSObject ? LanguagePrimitives.ConvertTo<string>(cell) : number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list and not IDictionary => string.Join($"{Separator}", list.Cast<object?>().Select(Text)),
        var other => throw new FormatException($"A {other.GetType().Name} is not text."),
    };

    /// <summary>Reads a date. Time and time zone are ignored: the day stays as written.</summary>
    /// <exception cref="FormatException">The value is not a date with the year first.</exception>
    public static DateTime? Day(object? cell) => Moment(cell)?.DateTime.Date;

    /// <summary>Reads a date with time; a value with a time zone is converted to local time.</summary>
    /// <exception cref="FormatException">The value is not a date with the year first.</exception>
    public static DateTime? Time(object? cell) => Moment(cell) is not { } moment ? null : HasZone(cell) ? moment.LocalDateTime : moment.DateTime;

    /// <exception cref="FormatException">The value is neither true nor false.</exception>
    public static bool? Flag(object? cell) => Unwrap(cell) switch
    {
        null => null,
        bool flag => flag,
        SwitchParameter flag => flag.IsPresent,
        var value when Text(value)?.Trim() is { } text && Yes.Contains(text, StringComparer.OrdinalIgnoreCase) => true,
        var value when Text(value)?.Trim() is { } text && No.Contains(text, StringComparer.OrdinalIgnoreCase) => false,
        var value => throw new FormatException($"'{Shown(value is IEnumerable and not IDictionary ? Text(value) : value)}' is neither true nor false. {FlagForms}"),
    };

    /// <exception cref="FormatException">The value is not a decimal number.</exception>
    public static decimal? Number(object? cell)
    {
        if (Unwrap(cell) is byte or sbyte or short or ushort or int or uint or long or ulong or decimal)
        {
            return Convert.ToDecimal(Unwrap(cell), CultureInfo.InvariantCulture);
        }

        string? text = Text(cell)?.Trim();
        return text is null ? null
            : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal number) ? number
            : throw new FormatException($"'{Shown(text)}' is not a number. Write digits and a decimal point, such as -1023.43.");
    }

    /// <summary>Reads an absolute web address.</summary>
    /// <exception cref="FormatException">The value is not an absolute web address.</exception>
    public static Uri? Address(object? cell)
    {
        string? text = Unwrap(cell) is Uri uri ? uri.OriginalString : Text(cell)?.Trim();
        return text is null ? null
            : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" ? address
            : throw new FormatException($"'{Shown(text)}' is not a web address. Write a complete one, such as https://example.test/back.");
    }

    /// <summary>Reads a table: a hashtable, another dictionary, or an object with properties.</summary>
    /// <exception cref="FormatException">The value is text or a number.</exception>
    public static Hashtable? Table(object? cell) => Unwrap(cell) switch
    {
        null => null,
        Hashtable table => table,
        IDictionary map => new Hashtable(map, StringComparer.OrdinalIgnoreCase),
        PSObject custom => Properties(custom),
        var other => throw new FormatException($"'{Shown(Text(other))}' is not a table. Give a hashtable, such as @{{ city = 'Paris'; country = 'FR' }}."),
    };

    /// <exception cref="FormatException">An item is text or a number.</exception>
    public static Hashtable[]? Tables(object? cell) => Unwrap(cell) is IList list ? [.. list.Cast<object?>().Select(Table).OfType<Hashtable>()]
        : Table(cell) is { } table ? [table]
        : null;

    /// <summary>Converts the properties of an object to a table.</summary>
    public static Hashtable Properties(PSObject item)
        => new(item.Properties.ToDictionary(property => property.Name, property => property.Value, StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);

    /// <summary>Formats a value for a message: on one line, truncated to 60 characters.</summary>
    public static string Shown(object? value)
    {
        string text = (value as string ?? $"{value}").Replace("\r", string.Empty).Replace(Separator, '|');
        return text.Length <= 60 ? text : $"{text.Substring(0, 60)}…";
    }

    private static bool HasZone(object? cell) => Unwrap(cell) is DateTimeOffset || (Unwrap(cell) is string text && Date.Match(text.Trim()).Groups["zone"].Success);

    private static DateTimeOffset? Moment(object? cell)
    {
        switch (Unwrap(cell))
        {
            case null:
                return null;
            case DateTime date:
                return new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Unspecified), TimeSpan.Zero);
            case DateTimeOffset moment:
                return moment;
            case string text:
                return Parse(text.Trim());
            // DateOnly, which does not exist in Windows PowerShell.
            case IFormattable { } day when day.GetType().FullName == "System.DateOnly":
                return Parse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            case var other:
                throw NotADate(Text(other));
        }
    }

    private static DateTimeOffset Parse(string text)
    {
        Match match = Date.Match(text);
        string zone = match.Groups["zone"].Value;
        string whole = $"{match.Groups["year"]}-{match.Groups["month"].Value.PadLeft(2, '0')}-{match.Groups["day"].Value.PadLeft(2, '0')} {match.Groups["time"].Value.Trim(' ', 'T', 't').Replace(',', '.')} {zone}";
        bool isPacked = match.Groups["s"].Length == 0;
        return match.Success && (!isPacked || match.Groups["month"].Length + match.Groups["day"].Length == 4)
            && DateTimeOffset.TryParse(whole, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : throw NotADate(text);
    }

    private static FormatException NotADate(string? text) => new($"'{Shown(text)}' is not a date. {DateForms}");
}
