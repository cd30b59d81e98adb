using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using CompanyData.Transport;

namespace CompanyData.Parameters;

/// <summary>Reads the columns of a row.</summary>
internal static class RowBinder
{
    /// <summary>Marks a text that stands for the problem of a cell. No cell can contain it.</summary>
    private const char ProblemMark = '\0';

    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, string[] Names, CellAttribute? Cell)[]> Columns = new();

    /// <summary>Converts a value that PowerShell has bound without conversion.</summary>
    /// <exception cref="ArgumentException">The value cannot be converted; the message names the column, the value and the accepted forms.</exception>
    public static T Read<T>(string column, object? cell, Func<object?, T> read)
    {
        try
        {
            return read(cell);
        }
        catch (FormatException exception)
        {
            throw new ArgumentException($"{column}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a cell as text, or the problem that keeps it from being text; <see cref="Readable"/> raises it.</summary>
    public static string? TextOrProblem(object? cell)
    {
        try
        {
            return CellReader.Text(cell);
        }
        catch (FormatException exception)
        {
            return $"{ProblemMark}{exception.Message}";
        }
    }

    /// <summary>Returns a text; null if the cell had a problem.</summary>
    public static string? ReadableOrNull(string? cell) => IsProblem(cell) ? null : cell;

    /// <exception cref="ArgumentException">The cell could not be read as text.</exception>
    public static string? Readable(string column, string? cell) => IsProblem(cell) ? throw new ArgumentException($"{column}: {cell!.Substring(1)}") : cell;

    /// <summary>Reads a single text, trimmed; null for an empty cell.</summary>
    /// <exception cref="ArgumentException">The cell has several values, or its text has lost characters or control characters.</exception>
    public static string? Single(string column, string? cell)
    {
        string text = Trim(Readable(column, cell) ?? string.Empty);
        return text.Length == 0 ? null
            : text.IndexOf(CellReader.Separator) >= 0 ? throw new ArgumentException($"{column}: the cell has more than one value ('{CellReader.Shown(text)}'); give one per row.")
            : LostCharacters.AreIn(text) ? throw LostCharacters.Error($"{column} '{CellReader.Shown(text)}'")
            : text.FirstOrDefault(c => char.IsControl(c) && c != '\t') is not '\0' and var control ? throw new ArgumentException($"{column}: the text has the control character U+{(int)control:X4}; remove it.")
            : text;
    }

    /// <summary>
    /// Binds the entries of a table, as PowerShell binds the properties of an object; PowerShell itself does not bind hashtables.
    /// </summary>
    /// <param name="cmdlet">The cmdlet whose parameters bind by property name.</param>
    /// <param name="row">The table.</param>
    /// <param name="given">Names of the parameters given on the command line, which take precedence over the row.</param>
    /// <returns>The bound properties, to be reset before the next row.</returns>
    /// <exception cref="ArgumentException">A value cannot be converted.</exception>
    public static IReadOnlyList<PropertyInfo> Bind(PSCmdlet cmdlet, IDictionary row, ICollection<string> given)
    {
        Dictionary<string, object?> cells = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in row)
        {
            cells[ColumnName($"{entry.Key}")] = entry.Value;
        }

        List<PropertyInfo> bound = [];
        foreach ((PropertyInfo property, string[] names, CellAttribute? reader) in Columns.GetOrAdd(cmdlet.GetType(), FindColumns).Where(column => !given.Contains(column.Property.Name)))
        {
            if (Array.Find(names, cells.ContainsKey) is { } name
                && Read(property.Name, cells[name], cell => reader is null ? cell : reader.Read(cell)) is { } value)
            {
                property.SetValue(cmdlet, LanguagePrimitives.ConvertTo(value, property.PropertyType, CultureInfo.InvariantCulture));
                bound.Add(property);
            }
        }

        return bound;
    }

    /// <summary>The name of a column without what cannot be seen: white space and byte order marks at its ends.</summary>
    public static string ColumnName(string name) => Trim(name);

    private static bool IsProblem(string? cell) => cell is { Length: > 0 } && cell[0] == ProblemMark;

    /// <summary>Removes white space and invisible characters, such as zero-width spaces, from both ends.</summary>
    private static string Trim(string text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text.Substring(start, end - start);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static (PropertyInfo Property, string[] Names, CellAttribute? Cell)[] FindColumns(Type type)
        => [.. type.GetProperties().Where(BindsByName).Select(property => (property, Names(property), property.GetCustomAttribute<CellAttribute>()))];

    private static bool BindsByName(PropertyInfo property) => property.IsDefined(typeof(ColumnAttribute)) || property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipelineByPropertyName);

    private static string[] Names(PropertyInfo property) => [property.Name, .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []];
}
