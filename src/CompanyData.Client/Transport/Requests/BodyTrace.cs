using System.Net;

namespace CompanyData.Transport;

/// <summary>What a request or an answer holds, sanitised and cut short.</summary>
/// <param name="Service">Such as <c>Qard</c>.</param>
/// <param name="Method">The HTTP method of the request.</param>
/// <param name="Path">As in <see cref="RequestTrace"/>.</param>
/// <param name="StatusCode">Of the answer; null for a request.</param>
/// <param name="Body">JSON in which only what is known to be harmless can be read, or a word on what came in its place.</param>
public sealed record BodyTrace(string Service, string Method, string Path, HttpStatusCode? StatusCode, string Body)
{
    public override string ToString() => StatusCode is { } status
        ? $"{Service}: {Method} {Path} ← {(int)status} {Body}"
        : $"{Service}: {Method} {Path} → {Body}";
}
