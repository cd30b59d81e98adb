using System.Net;

namespace CompanyData.Transport;

/// <summary>One line of what happened on the wire, sanitised: a request with all its attempts.</summary>
/// <param name="Service">Such as <c>Qard</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Relative to the base address; values of unlisted query names are hidden.</param>
/// <param name="StatusCode">Of the last answer; null where none came.</param>
/// <param name="Attempts">Requests sent.</param>
/// <param name="Duration">From the first attempt to the end, waits included.</param>
public sealed record RequestTrace(string Service, string Method, string Path, HttpStatusCode? StatusCode, int Attempts, TimeSpan Duration)
{
    public override string ToString()
    {
        string status = StatusCode is { } code ? ((int)code).ToString() : "no answer";
        return $"{Service}: {Method} {Path} → {status}, {Attempts} attempt{(Attempts == 1 ? "" : "s")}, {Duration.TotalMilliseconds:0} ms";
    }
}
