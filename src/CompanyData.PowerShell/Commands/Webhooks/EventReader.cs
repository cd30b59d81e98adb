using System.Management.Automation;
using CompanyData.Json;
using CompanyData.Pipeline;
using CompanyData.Webhooks;

namespace CompanyData.Commands.Webhooks;

/// <summary>Reads the JSON of a webhook as an object with properties, or other content as text.</summary>
internal static class EventReader
{
    public static object Read(byte[] body) => ToObject(WebhookBody.Read(body)) ?? string.Empty;

    private static object? ToObject(object? value) => value switch
    {
        FieldMap map => ToCustomObject(map),
        ValueList<object?> list => list.Select(ToObject).ToArray(),
        _ => value,
    };

    private static PSObject ToCustomObject(FieldMap map)
    {
        PSObject custom = new();
        foreach (KeyValuePair<string, object?> field in map)
        {
            ObjectShaper.AddProperty(custom, field.Key, ToObject(field.Value));
        }

        return custom;
    }
}
