using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CompanyData.Json;

namespace CompanyData.Reports;

/// <summary>What an object tells: its properties, and the fields that no property has. So nothing that was collected is left out.</summary>
internal static class Facts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();
    private static readonly string[] Capitals = ["id", "siren", "siret", "ape", "vat", "insee", "rncs", "iban", "bic", "url", "mrr"];
    private static readonly Regex WordStart = new(@"(?<=[\p{Ll}\d])(?=\p{Lu})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static IReadOnlyList<Fact> From(object item) => [.. Pairs(item)
        .Select(pair => new Fact(pair.Key, Unwrap(pair.Value)!))
        .Where(fact => !IsEmpty(fact.Value))
        .Select(fact => Flat(new Fact(Label(fact.Label), fact.Value)))];

    /// <summary>What is told of a single thing within a thing reads as one: "Legal form", not "Legal: Form".</summary>
    private static Fact Flat(Fact fact)
        => IsNested(fact.Value) && From(fact.Value) is { Count: 1 } inner ? new Fact($"{fact.Label} {Lower(inner[0].Label)}", inner[0].Value) : fact;

    public static bool IsNested(object value) => value is FieldMap or ApiObject;

    public static bool IsList(object value) => value is IEnumerable and not (string or FieldMap);

    public static IReadOnlyList<object> Items(object list) => [.. ((IEnumerable)list).Cast<object?>().Select(Unwrap).Where(item => !IsEmpty(item)).OfType<object>()];

    /// <summary><c>birth_date</c>, <c>BirthDate</c> and <c>BIRTH_DATE</c> read as "Birth date".</summary>
    public static string Label(string name)
    {
        string[] words = [.. WordStart.Replace(name, " ").Split(['_', '-', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.ToLowerInvariant())
            .Select(word => Capitals.Contains(word, StringComparer.Ordinal) ? word.ToUpperInvariant() : word)];
        string label = string.Join(" ", words);
        return label.Length == 0 ? "(no name)" : char.ToUpperInvariant(label[0]) + label.Substring(1);
    }

    /// <summary>A scalar in words: dates as ISO 8601 has them, numbers with their thousands apart.</summary>
    public static string Text(object value) => value switch
    {
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + (time.Kind == DateTimeKind.Utc ? " UTC" : string.Empty),
        TimeSpan span => $"{Math.Round(span.TotalSeconds, 1).ToString(CultureInfo.InvariantCulture)} seconds",
        bool flag => flag ? "Yes" : "No",
        Money money => $"{Number(money.Value)} {money.Currency}".TrimEnd(),
        decimal number => Number(number),
        long number => number.ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private static string Number(decimal number) => number.ToString("#,0.############################", CultureInfo.InvariantCulture);

    private static string Lower(string label) => label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label.Substring(1) : label;

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(object item)
    {
        if (item is FieldMap map)
        {
            return map;
        }

        IEnumerable<KeyValuePair<string, object?>> known = Properties.GetOrAdd(item.GetType(), Readable)
            .Select(property => new KeyValuePair<string, object?>(property.Name, property.GetValue(item)));
        return item is ApiObject data ? known.Concat(data.GetAdditionalFields()) : known;
    }

    /// <summary>Without those that come from the request, such as whose data it is.</summary>
    private static PropertyInfo[] Readable(Type type) => [.. type.GetProperties()
        .Where(property => property.GetIndexParameters().Length == 0 && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)];

    private static object? Unwrap(object? value) => value is FlexibleValue flexible ? flexible.Value : value;

    private static bool IsEmpty(object? value)
        => value is null || (value is string text && string.IsNullOrWhiteSpace(text))
            || (IsNested(value) ? From(value).Count == 0 : value is not string && IsList(value) && Items(value).Count == 0);
}
