using System.Net;

namespace CompanyData.Transport;

/// <summary>The body of a request or a response, redacted and truncated.</summary>
/// <param name="Service">Such as <c>Qard</c>.</param>
/// <param name="Method">The HTTP method of the request.</param>
/// <param name="Path">Path and query, as in <see cref="RequestTrace"/>.</param>
/// <param name="StatusCode">Status of the response; null for a request.</param>
/// <param name="Body">JSON in which only values known to be harmless are shown, or a note in parentheses for a body that is not JSON.</param>
public sealed record BodyTrace(string Service, string Method, string Path, HttpStatusCode? StatusCode, string Body)
{
    public override string ToString() => StatusCode is { } status
        ? $"{Service}: {Method} {Path} ← {(int)status} {Body}"
        : $"{Service}: {Method} {Path} → {Body}";
}
