using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using CompanyData.Transport;

namespace CompanyData.Parameters;

/// <summary>The columns of a row, as a command reads them itself.</summary>
internal static class RowBinder
{
    /// <summary>Reads a value that PowerShell has bound as it is.</summary>
    /// <exception cref="ArgumentException">It cannot be read; the message names the column, the value and the accepted forms.</exception>
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

    /// <summary>One text, without the white space around it; null where the cell is empty.</summary>
    /// <exception cref="ArgumentException">The cell holds several values, or its text has lost characters.</exception>
    public static string? Single(string column, string? cell)
    {
        string? text = string.IsNullOrWhiteSpace(cell) ? null : cell!.Trim();
        return text is null ? null
            : text.IndexOf(CellReader.Separator) >= 0 ? throw new ArgumentException($"{column}: the cell holds more than one value ('{CellReader.Shown(text)}'); give one a row.")
            : LostCharacters.AreIn(text) ? throw LostCharacters.Error($"{column} '{CellReader.Shown(text)}'")
            : text;
    }

    /// <summary>
    /// Binds the entries of a table as PowerShell binds the properties of an object; it takes none of a hashtable by itself.
    /// </summary>
    /// <param name="cmdlet">Its parameters that bind by property name take the values.</param>
    /// <param name="row">The table.</param>
    /// <param name="given">The names of the parameters that were given on the command line, which go before the row.</param>
    /// <returns>What was bound, to be emptied before the next row.</returns>
    /// <exception cref="ArgumentException">A value cannot be read.</exception>
    public static IReadOnlyList<PropertyInfo> Bind(PSCmdlet cmdlet, IDictionary row, ICollection<string> given)
    {
        Dictionary<string, object?> cells = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in row)
        {
            cells[$"{entry.Key}"] = entry.Value;
        }

        List<PropertyInfo> bound = [];
        foreach (PropertyInfo property in cmdlet.GetType().GetProperties().Where(property => BindsByName(property) && !given.Contains(property.Name)))
        {
            if (Names(property).FirstOrDefault(cells.ContainsKey) is { } name
                && Read(property.Name, cells[name], cell => property.GetCustomAttribute<CellAttribute>() is { } reader ? reader.Read(cell) : cell) is { } value)
            {
                property.SetValue(cmdlet, LanguagePrimitives.ConvertTo(value, property.PropertyType, CultureInfo.InvariantCulture));
                bound.Add(property);
            }
        }

        return bound;
    }

    private static bool BindsByName(PropertyInfo property) => property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipelineByPropertyName);

    private static IEnumerable<string> Names(PropertyInfo property) => [property.Name, .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []];
}
