using System.Text.Json;
using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>All fields of an item under their names on the wire, whether this version has a property for them or not.</summary>
internal static class WireFields
{
    public static FieldMap From(QardUserData item)
    {
        JsonElement json = JsonSerializer.SerializeToElement(item, QardJsonContext.Default.GetTypeInfo(item.GetType())!);
        return JsonValues.ToObject(json) as FieldMap ?? [];
    }

    /// <summary>The first of some fields that holds text.</summary>
    public static string? Text(this FieldMap fields, params string[] names)
        => names.Select(name => fields.TryGetValue(name, out object? value) ? value as string : null).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    public static FieldMap? Map(this FieldMap fields, string name) => fields.TryGetValue(name, out object? value) ? value as FieldMap : null;

    public static IEnumerable<FieldMap> Maps(this FieldMap fields, string name)
        => fields.TryGetValue(name, out object? value) && value is ValueList<object?> list ? list.OfType<FieldMap>() : [];

    /// <summary>The texts of a list, or a text alone.</summary>
    public static IEnumerable<string> Texts(this FieldMap fields, string name) => !fields.TryGetValue(name, out object? value) ? []
        : value is ValueList<object?> list ? list.OfType<string>()
        : value is string text ? [text] : [];
}
