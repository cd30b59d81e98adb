using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;

namespace CompanyData.Client.Tests.Support;

/// <summary>Reads an item as the client reads it, also where a value has an unexpected form.</summary>
internal static class Lenient
{
    public static T Read<T>(string json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type)!;
        }
        catch (JsonException)
        {
            return JsonSerializer.Deserialize(JsonRepair.TryRepair(Encoding.UTF8.GetBytes(json), type), type)!;
        }
    }
}
