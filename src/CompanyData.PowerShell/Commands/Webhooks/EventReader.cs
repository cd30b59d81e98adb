using System.Management.Automation;
using CompanyData.Json;
using CompanyData.Pipeline;
using CompanyData.Webhooks;

namespace CompanyData.Commands.Webhooks;

/// <summary>A webhook's JSON as an object with properties; its text where it is no JSON.</summary>
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
