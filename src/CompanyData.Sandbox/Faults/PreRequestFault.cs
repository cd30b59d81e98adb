using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Faults;

/// <summary>Faults that keep a request from taking effect.</summary>
internal static class PreRequestFault
{
    private const string Page = "<!doctype html><html><body><h1>Please log in</h1></body></html>";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static bool Is(FaultKind kind) => kind is FaultKind.ConnectionRefused or FaultKind.ConnectionReset
        or FaultKind.HtmlPage or FaultKind.HtmlAsJson
        or FaultKind.TooManyRequestsSeconds or FaultKind.TooManyRequestsDate or FaultKind.TooManyRequests
        or FaultKind.ServerError or FaultKind.Unavailable or FaultKind.UnknownError;

    /// <exception cref="HttpRequestException">The connection is refused or reset.</exception>
    public static HttpResponseMessage Answer(FaultKind kind, DateTimeOffset now) => kind switch
    {
        FaultKind.ConnectionRefused => throw new HttpRequestException(
            "Connection refused by the sandbox.", new SocketException((int)SocketError.ConnectionRefused)),
        FaultKind.ConnectionReset => throw Reset(),
        FaultKind.HtmlPage => Reply.Text(HttpStatusCode.OK, "text/html", Page),
        FaultKind.HtmlAsJson => Reply.Text(HttpStatusCode.OK, "application/json", Page),
        FaultKind.TooManyRequestsSeconds => Refuse(429, new RetryConditionHeaderValue(Pause)),
        FaultKind.TooManyRequestsDate => Refuse(429, new RetryConditionHeaderValue(now + Pause)),
        FaultKind.TooManyRequests => Refuse(429),
        FaultKind.ServerError => Refuse(500),
        FaultKind.Unavailable => Refuse(503),
        FaultKind.UnknownError => Refuse(599),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind lets a request take effect."),
    };

    public static HttpRequestException Reset() => new(
        "An error occurred while sending the request.",
        new IOException("The sandbox broke the connection.", new SocketException((int)SocketError.ConnectionReset)));

    private static HttpResponseMessage Refuse(int status, RetryConditionHeaderValue? retryAfter = null)
    {
        var response = Reply.Json((HttpStatusCode)status, json =>
        {
            json.WriteStartObject();
            json.WriteString("message", "A fault of the sandbox.");
            json.WriteEndObject();
        });
        response.Headers.RetryAfter = retryAfter;
        return response;
    }
}
