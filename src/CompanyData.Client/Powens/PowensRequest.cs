using System.Globalization;
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

    /// <summary>A day, for a query.</summary>
    public static string? Day(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time as the service writes it, without a zone.</summary>
    public static string? Time(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>An amount, for a query.</summary>
    public static string? Number(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

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
