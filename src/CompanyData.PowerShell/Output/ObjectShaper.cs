using System.Collections;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using CompanyData.Json;

namespace CompanyData.Output;

/// <summary>
/// Adds fields that this version does not know to an object and to its nested objects, as properties with PowerShell-style names. The
/// engine keeps such properties with the object itself, so they are there however it is reached.
/// </summary>
internal static class ObjectShaper
{
    /// <summary>Name for a field without a name, which the engine does not allow.</summary>
    private const string Nameless = "_";

    /// <summary>Names reserved by the engine, which throws if an object has one.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase) { "psobject", "psbase", "psadapted", "psextended", "pstypenames" };

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Inner = new();

    /// <summary>Adds a property; appends underscores if its name is taken or reserved.</summary>
    public static void AddProperty(PSObject target, string name, object? value)
    {
        name = name.Length == 0 ? Nameless : name;
        while (Reserved.Contains(name) || target.Properties[name] is not null)
        {
            name += "_";
        }

        target.Properties.Add(new PSNoteProperty(name, value));
    }

    public static object Shape(object value)
    {
        foreach (PropertyInfo property in Inner.GetOrAdd(value.GetType(), FindInner))
        {
            ShapeInner(property.GetValue(value));
        }

        return value is ApiObject { OtherFields: { } fields } item ? AddFields(item, fields) : value;
    }

    private static PSObject AddFields(ApiObject item, FieldMap fields)
    {
        PSObject shaped = new(item);
        foreach (KeyValuePair<string, object?> field in fields)
        {
            AddProperty(shaped, PropertyName(field.Key), field.Value);
        }

        return shaped;
    }

    private static void ShapeInner(object? value)
    {
        switch (value)
        {
            case ApiObject item:
                Shape(item);
                break;
            case IDictionary map:
                ShapeInner(map.Values);
                break;
            case IEnumerable list and not string:
                foreach (object? item in list)
                {
                    ShapeInner(item);
                }

                break;
        }
    }

    /// <summary>Properties of the client's types that contain objects of the service, or lists of them; a map of fields holds plain values only.</summary>
    private static PropertyInfo[] FindInner(Type type) => type.Assembly != typeof(ApiObject).Assembly
        ? []
        : [.. type.GetProperties().Where(property => property.GetIndexParameters().Length == 0
            && (typeof(ApiObject).IsAssignableFrom(property.PropertyType)
                || (typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
                    && property.PropertyType != typeof(string)
                    && property.PropertyType != typeof(FieldMap)
                    && !typeof(IEnumerable<string>).IsAssignableFrom(property.PropertyType))))];

    /// <summary><c>birth_date</c> becomes <c>BirthDate</c>.</summary>
    private static string PropertyName(string field)
    {
        string[] words = field.Split(['_', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? field : string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
    }
}
