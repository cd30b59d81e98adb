using System.Net;

namespace CompanyData.Transport;

/// <summary>A completed call with all its attempts, redacted.</summary>
/// <param name="Service">Name of the service, such as <c>Qard</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query relative to the base address; the values of most query parameters are hidden.</param>
/// <param name="StatusCode">Status of the last response; null if the last attempt had none.</param>
/// <param name="Attempts">Number of requests sent.</param>
/// <param name="Duration">Total time of the call, including waits.</param>
public sealed record RequestTrace(string Service, string Method, string Path, HttpStatusCode? StatusCode, int Attempts, TimeSpan Duration)
{
    public override string ToString()
    {
        string status = StatusCode is { } code ? ((int)code).ToString() : "no response";
        return $"{Service}: {Method} {Path} → {status}, {Attempts} attempt{(Attempts == 1 ? "" : "s")}, {Duration.TotalMilliseconds:0} ms";
    }
}
