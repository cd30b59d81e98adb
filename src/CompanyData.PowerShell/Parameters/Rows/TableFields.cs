using System.Collections;
using System.Globalization;
using CompanyData.Transport;

namespace CompanyData.Parameters;

/// <summary>Reads a table whose fields are all known. An unknown field is an error, because its value would be lost.</summary>
internal sealed class TableFields
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <param name="column">The parameter of the table, for errors.</param>
    /// <param name="table">The table; its fields may also be written without underscores, such as PostalCode.</param>
    /// <param name="known">Names of the fields.</param>
    /// <exception cref="ArgumentException">A field is unknown or is given twice.</exception>
    public TableFields(string column, IDictionary table, params string[] known)
    {
        foreach (DictionaryEntry entry in table)
        {
            string name = $"{entry.Key}";
            string field = Array.Find(known, candidate => Letters(candidate) == Letters(name))
                ?? throw new ArgumentException($"{column}: '{CellReader.Shown(name)}' is not one of {string.Join(", ", known)}.{Suggestion.For(name, known)}");
            _values[field] = !_values.ContainsKey(field) ? CellReader.Unwrap(entry.Value) : throw new ArgumentException($"{column}: {field} is given twice.");
        }
    }

    public object? this[string field] => _values.TryGetValue(field, out object? value) ? value : null;

    /// <summary>Reads a field as text; null if it is empty.</summary>
    public string? Text(string field) => Convert.ToString(this[field], CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static string Letters(string name) => name.Replace("_", string.Empty).Replace("-", string.Empty).ToUpperInvariant();
}
