using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>The fields of an item to compare, by property path. Ids and technical update times are ignored: they change without a real change.</summary>
internal static class ComparedFields
{
    private static readonly string[] AddressParts = ["city", "postal_code", "zip_code", "address_line1"];

    private static readonly HashSet<string> Technical = new(StringComparer.OrdinalIgnoreCase) { "id", "updated_at", "source_updated_at", "last_update", "last_transaction" };

    public static bool IsIgnored(string name) => Technical.Contains(name) || name.EndsWith("_id", StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyDictionary<string, ComparedValue> From(FieldMap fields)
    {
        Dictionary<string, ComparedValue> flat = new(StringComparer.Ordinal);
        Add(flat, string.Empty, fields);
        return flat;
    }

    private static void Add(Dictionary<string, ComparedValue> flat, string prefix, FieldMap fields)
    {
        foreach (KeyValuePair<string, object?> field in fields.Where(field => !IsIgnored(field.Key)))
        {
            string path = prefix + PropertyName(NameOf(field.Key, fields));
            if (field.Value is FieldMap map && !AddressParts.Any(map.ContainsKey))
            {
                Add(flat, $"{path}.", map);
                continue;
            }

            ComparedValue value = field.Value is FieldMap address ? ComparedValue.FromAddress(address) : ComparedValue.From(field.Value);
            if (value.Key.Length > 0)
            {
                flat[path] = value;
            }
        }
    }

    /// <summary>A raw value is the value of its property: a birth date that becomes exact is one change.</summary>
    private static string NameOf(string field, FieldMap fields)
        => field.EndsWith(JsonRepair.RawSuffix, StringComparison.OrdinalIgnoreCase) && field.Substring(0, field.Length - JsonRepair.RawSuffix.Length) is { Length: > 0 } name && !fields.ContainsKey(name)
            ? name
            : field;

    /// <summary><c>birth_date</c> becomes <c>BirthDate</c>, as on the object.</summary>
    public static string PropertyName(string field)
    {
        string[] words = field.Split(['_', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? field : string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
    }
}
