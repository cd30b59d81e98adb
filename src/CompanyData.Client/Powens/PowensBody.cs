using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompanyData.Powens;

/// <summary>JSON bodies; fields without a value are left out.</summary>
internal static class PowensBody
{
    public static byte[] Of(JsonObject body)
    {
        foreach (string name in body.Where(field => field.Value is null).Select(field => field.Key).ToArray())
        {
            body.Remove(name);
        }

        return JsonSerializer.SerializeToUtf8Bytes(body, PowensJsonContext.Default.JsonObject);
    }
}
