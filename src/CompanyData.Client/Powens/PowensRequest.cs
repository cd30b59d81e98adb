using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Creates requests; they use the user's token unless another scope is given.</summary>
internal static class PowensRequest
{
    public static ApiRequest Read(string path, string operation, string? subject = null, string scope = PowensScope.User)
        => new() { Method = HttpMethod.Get, Path = path, Operation = operation, Subject = subject, Scope = scope };

    /// <summary>An idempotent change.</summary>
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

    /// <summary>Formats a date for a query.</summary>
    public static string? Day(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Formats a time like the service, without a time zone.</summary>
    public static string? Time(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Formats an amount for a query.</summary>
    public static string? Number(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    public static byte[] Body(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body, PowensJsonContext.Default.JsonObject);

    /// <summary>Like <see cref="Body"/>, but omits fields without a value.</summary>
    public static byte[] BodyWithoutNulls(JsonObject body)
    {
        foreach (string name in body.Where(field => field.Value is null).Select(field => field.Key).ToArray())
        {
            body.Remove(name);
        }

        return Body(body);
    }
}
