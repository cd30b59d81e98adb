using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text.Json.Nodes;
using CompanyData.Qonto;

namespace CompanyData.Parameters;

/// <summary>Converts user input to JSON: hashtables, custom objects, lists, text and numbers.</summary>
internal static class JsonInput
{
    /// <summary>Maximum nesting, as for reading JSON; detects tables that contain themselves.</summary>
    private const int MaxDepth = 64;

    /// <exception cref="ArgumentException">A value cannot be converted to JSON, or is nested too deeply.</exception>
    public static JsonNode? ToNode(object? value) => ToNode(value, depth: 0);

    public static JsonObject FromTable(IDictionary table) => FromTable(table, depth: 0);

    private static JsonNode? ToNode(object? value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new ArgumentException($"The input is nested more than {MaxDepth} levels deep. Does a table contain itself?");
        }

        object? plain = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        return plain switch
        {
            null => null,
            JsonNode node => node.DeepClone(),
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            SwitchParameter flag => JsonValue.Create(flag.IsPresent),
            char or Guid or Enum => JsonValue.Create($"{plain}"),
            DateTimeOffset moment => JsonValue.Create(moment.ToString("o", CultureInfo.InvariantCulture)),
            DateTime date => JsonValue.Create(date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "o", CultureInfo.InvariantCulture)),
            Uri uri => JsonValue.Create(uri.OriginalString),
            ulong number => JsonValue.Create(number),
            int or long or short or sbyte or byte or uint or ushort => JsonValue.Create(Convert.ToInt64(plain, CultureInfo.InvariantCulture)),
            decimal or double or float or BigInteger => JsonValue.Create(ToDecimal(plain)),
            QontoStakeholder stakeholder => stakeholder.ToJson(),
            IDictionary table => FromTable(table, depth + 1),
            PSObject custom => new JsonObject(custom.Properties.Select(property => new KeyValuePair<string, JsonNode?>(property.Name, ToNode(property.Value, depth + 1)))),
            IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(item => ToNode(item, depth + 1))]),
            _ => throw new ArgumentException($"A {plain.GetType().Name} cannot be converted to JSON; use text, numbers, true/false, hashtables and lists."),
        };
    }

    private static decimal ToDecimal(object number)
    {
        try
        {
            return number is BigInteger large ? (decimal)large : Convert.ToDecimal(number, CultureInfo.InvariantCulture);
        }
        catch (OverflowException exception)
        {
            throw new ArgumentException($"{Convert.ToString(number, CultureInfo.InvariantCulture)} is not a number that can be sent; use one of at most 28 digits.", exception);
        }
    }

    private static JsonObject FromTable(IDictionary table, int depth)
    {
        JsonObject map = [];
        foreach (DictionaryEntry entry in table)
        {
            map[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty] = ToNode(entry.Value, depth);
        }

        return map;
    }
}
