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

    /// <summary>Reads a single text, trimmed; null for an empty cell.</summary>
    /// <exception cref="ArgumentException">The cell has several values, or its text has lost characters.</exception>
    public static string? Single(string column, string? cell)
    {
        string? text = string.IsNullOrWhiteSpace(cell) ? null : cell!.Trim();
        return text is null ? null
            : text.IndexOf(CellReader.Separator) >= 0 ? throw new ArgumentException($"{column}: the cell has more than one value ('{CellReader.Shown(text)}'); give one per row.")
            : LostCharacters.AreIn(text) ? throw LostCharacters.Error($"{column} '{CellReader.Shown(text)}'")
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
            cells[$"{entry.Key}"] = entry.Value;
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

    private static (PropertyInfo Property, string[] Names, CellAttribute? Cell)[] FindColumns(Type type)
        => [.. type.GetProperties().Where(BindsByName).Select(property => (property, Names(property), property.GetCustomAttribute<CellAttribute>()))];

    private static bool BindsByName(PropertyInfo property) => property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipelineByPropertyName);

    private static string[] Names(PropertyInfo property) => [property.Name, .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []];
}
