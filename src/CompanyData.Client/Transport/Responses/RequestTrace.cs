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
    private static readonly AsyncLocal<Action<RequestTrace>?> Listener = new();

    /// <summary>Receives the traces of all calls made from here on in this asynchronous flow.</summary>
    public static void Listen(Action<RequestTrace> listener) => Listener.Value = listener;

    public override string ToString()
    {
        string status = StatusCode is { } code ? ((int)code).ToString() : "no answer";
        return $"{Service}: {Method} {Path} → {status}, {Attempts} attempt{(Attempts == 1 ? "" : "s")}, {Duration.TotalMilliseconds:0} ms";
    }

    /// <summary>Whether anybody listens; where nobody does, no trace needs to be made.</summary>
    internal static bool HasListener => Listener.Value is not null;

    internal static void Publish(RequestTrace trace) => Listener.Value?.Invoke(trace);
}
