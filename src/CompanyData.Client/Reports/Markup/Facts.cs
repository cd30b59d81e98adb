using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using CompanyData.Dossiers;
using CompanyData.Json;

namespace CompanyData.Reports;

/// <summary>Reads all facts of an object: its properties and its fields without a property, so that nothing collected is left out.</summary>
internal static class Facts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The parts of an address in their usual order; groups are separated by commas.</summary>
    private static readonly string[][] AddressParts = [["AddressLine1"], ["AddressLine2"], ["Street"], ["PostalCode", "ZipCode", "City"], ["Country"]];

    /// <summary>Reads the facts of an object, including nested objects.</summary>
    public static IReadOnlyList<Fact> From(object item) => [.. Pairs(item)
        .Select(pair => (pair.Key, Value: Resolve(pair.Value)))
        .Where(pair => pair.Value is not null)
        .Select(pair => Flat(new Fact(pair.Key, pair.Value!)))];

    public static bool IsNested(object value) => value is IReadOnlyList<Fact>;

    public static bool IsList(object value) => value is IReadOnlyList<object> and not IReadOnlyList<Fact>;

    /// <summary>Merges a nested object with a single fact into its parent: "Legal form" instead of "Legal: Form".</summary>
    private static Fact Flat(Fact fact)
        => fact.Value is IReadOnlyList<Fact> { Count: 1 } inner ? new Fact($"{fact.Name}.{inner[0].Name}", inner[0].Value) : fact;

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

    /// <summary>Without properties that come from the request, such as the user id.</summary>
    private static PropertyInfo[] Readable(Type type) => [.. type.GetProperties()
        .Where(property => property.GetIndexParameters().Length == 0 && property.GetCustomAttribute<JsonIgnoreAttribute>() is null)];

    /// <summary>Converts a value: scalars stay, objects become facts, lists their values; empty values become null.</summary>
    private static object? Resolve(object? value)
    {
        value = value is FlexibleValue flexible ? flexible.Value : value;
        switch (value)
        {
            case string text:
                return string.IsNullOrWhiteSpace(text) ? null : text;
            case FieldMap or ApiObject:
                return From(value) is { Count: > 0 } facts ? Addressed(facts) : null;
            case IEnumerable list:
                object[] items = [.. list.Cast<object?>().Select(Resolve).OfType<object>()];
                return items.Length > 0 ? items : null;
            default:
                return value;
        }
    }

    /// <summary>Formats an address as one line; its other fields follow.</summary>
    private static object Addressed(IReadOnlyList<Fact> facts)
    {
        ILookup<string, Fact> texts = facts.Where(fact => fact.Value is string).ToLookup(fact => ComparedFields.PropertyName(fact.Name), StringComparer.Ordinal);
        if (!texts.Contains("City") || !(texts.Contains("AddressLine1") || texts.Contains("PostalCode") || texts.Contains("Street")))
        {
            return facts;
        }

        Fact[][] parts = [.. AddressParts.Select(group => group.SelectMany(name => texts[name]).ToArray())];
        string line = string.Join(", ", parts.Where(group => group.Length > 0).Select(group => string.Join(" ", group.Select(fact => fact.Value))));
        Fact[] further = [.. facts.Except(parts.SelectMany(group => group))];
        return further.Length == 0 ? line : (IReadOnlyList<Fact>)[new Fact("Address", line), .. further];
    }
}
