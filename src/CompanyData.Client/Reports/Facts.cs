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

    /// <summary>Everything within the object is read once, however deep it is nested.</summary>
    public static IReadOnlyList<Fact> From(object item) => [.. Pairs(item)
        .Select(pair => (pair.Key, Value: Resolve(pair.Value)))
        .Where(pair => pair.Value is not null)
        .Select(pair => Flat(new Fact(Label(pair.Key), pair.Value!)))];

    /// <summary>What is told of a single thing within a thing reads as one: "Legal form", not "Legal: Form".</summary>
    private static Fact Flat(Fact fact)
        => fact.Value is IReadOnlyList<Fact> { Count: 1 } inner ? new Fact($"{fact.Label} {Lower(inner[0].Label)}", inner[0].Value) : fact;

    public static bool IsNested(object value) => value is IReadOnlyList<Fact>;

    public static bool IsList(object value) => value is IReadOnlyList<object> and not IReadOnlyList<Fact>;

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

    /// <summary>A scalar as it is, an object as its facts, a list as the values in it; null where nothing is told.</summary>
    private static object? Resolve(object? value)
    {
        value = value is FlexibleValue flexible ? flexible.Value : value;
        switch (value)
        {
            case string text:
                return string.IsNullOrWhiteSpace(text) ? null : text;
            case FieldMap or ApiObject:
                return From(value) is { Count: > 0 } facts ? facts : null;
            case IEnumerable list:
                object[] items = [.. list.Cast<object?>().Select(Resolve).OfType<object>()];
                return items.Length > 0 ? items : null;
            default:
                return value;
        }
    }
}
