using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using CompanyData.Dossiers;
using CompanyData.Json;

namespace CompanyData.Reports;

/// <summary>What an object tells: its properties, and the fields that no property has. So nothing that was collected is left out.</summary>
internal static class Facts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The parts of an address in the order in which it is written, each group with a comma before it.</summary>
    private static readonly string[][] AddressParts = [["AddressLine1"], ["AddressLine2"], ["Street"], ["PostalCode", "ZipCode", "City"], ["Country"]];

    /// <summary>Everything within the object is read once, however deep it is nested.</summary>
    public static IReadOnlyList<Fact> From(object item) => [.. Pairs(item)
        .Select(pair => (pair.Key, Value: Resolve(pair.Value)))
        .Where(pair => pair.Value is not null)
        .Select(pair => Flat(new Fact(pair.Key, pair.Value!)))];

    public static bool IsNested(object value) => value is IReadOnlyList<Fact>;

    public static bool IsList(object value) => value is IReadOnlyList<object> and not IReadOnlyList<Fact>;

    /// <summary>What is told of a single thing within a thing reads as one: "Legal form", not "Legal: Form".</summary>
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
                return From(value) is { Count: > 0 } facts ? Addressed(facts) : null;
            case IEnumerable list:
                object[] items = [.. list.Cast<object?>().Select(Resolve).OfType<object>()];
                return items.Length > 0 ? items : null;
            default:
                return value;
        }
    }

    /// <summary>An address reads as one line; what else it tells follows.</summary>
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
