using System.Text.Json;
using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>The requests that most calls are made of; they take the user's token unless another scope is named.</summary>
internal static class PowensRequest
{
    public static ApiRequest Read(string path, string operation, string? subject = null, string scope = PowensScope.User)
        => new() { Method = HttpMethod.Get, Path = path, Operation = operation, Subject = subject, Scope = scope };

    /// <summary>A change that ends in the same state however often it is made.</summary>
    public static ApiRequest Change(string path, string operation, string subject, JsonObject body, string scope = PowensScope.User) => new()
    {
        Method = HttpMethod.Post,
        Path = path,
        Operation = operation,
        Subject = subject,
        Safety = RequestSafety.Idempotent,
        Scope = scope,
        Body = Body(body),
    };

    public static byte[] Body(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body, PowensJsonContext.Default.JsonObject);

    /// <summary>As <see cref="Body"/>, without the fields that have no value.</summary>
    public static byte[] BodyWithoutNulls(JsonObject body)
    {
        foreach (string name in body.Where(field => field.Value is null).Select(field => field.Key).ToArray())
        {
            body.Remove(name);
        }

        return Body(body);
    }
}
