using System.Text.Json;
using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>Reads all fields of an item by their JSON names, including fields without a property.</summary>
internal static class WireFields
{
    public static FieldMap From(QardUserData item)
    {
        JsonElement json = JsonSerializer.SerializeToElement(item, QardJsonContext.Default.GetTypeInfo(item.GetType())!);
        return JsonValues.ToObject(json) as FieldMap ?? [];
    }

    /// <summary>Returns the text of the first of the given fields that has one.</summary>
    public static string? Text(this FieldMap fields, params string[] names)
        => names.Select(name => fields.TryGetValue(name, out object? value) ? value as string : null).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    public static FieldMap? Map(this FieldMap fields, string name) => fields.TryGetValue(name, out object? value) ? value as FieldMap : null;

    public static IEnumerable<FieldMap> Maps(this FieldMap fields, string name)
        => fields.TryGetValue(name, out object? value) && value is ValueList<object?> list ? list.OfType<FieldMap>() : [];

    /// <summary>Returns the texts of a list, or a single text.</summary>
    public static IEnumerable<string> Texts(this FieldMap fields, string name) => !fields.TryGetValue(name, out object? value) ? []
        : value is ValueList<object?> list ? list.OfType<string>()
        : value is string text ? [text] : [];
}
