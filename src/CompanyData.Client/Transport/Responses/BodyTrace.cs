using System.Net;
using System.Text;

namespace CompanyData.Transport;

/// <summary>What a request or an answer holds, sanitised and cut short.</summary>
/// <param name="Service">Such as <c>Qard</c>.</param>
/// <param name="Method">The HTTP method of the request.</param>
/// <param name="Path">As in <see cref="RequestTrace"/>.</param>
/// <param name="StatusCode">Of the answer; null for a request.</param>
/// <param name="Body">JSON in which only what is known to be harmless can be read, or a word on what came in its place.</param>
public sealed record BodyTrace(string Service, string Method, string Path, HttpStatusCode? StatusCode, string Body)
{
    /// <summary>How much of a body is looked at, in bytes.</summary>
    internal const int MaxRead = 16 * 1024;

    private static readonly AsyncLocal<Action<BodyTrace>?> Listener = new();

    /// <summary>Receives the bodies of all calls made from here on in this asynchronous flow.</summary>
    public static void Listen(Action<BodyTrace> listener) => Listener.Value = listener;

    public override string ToString() => StatusCode is { } status
        ? $"{Service}: {Method} {Path} ← {(int)status} {Body}"
        : $"{Service}: {Method} {Path} → {Body}";

    /// <summary>Whether anybody listens; where nobody does, nothing of a body is kept.</summary>
    internal static bool HasListener => Listener.Value is not null;

    internal static void PublishRequest(ServiceDialect dialect, ApiRequest request)
    {
        if (request.CreateContent is not null)
        {
            Publish(dialect, request, null, "(a file)");
        }
        else if (request.Body is { } body)
        {
            string text = Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, MaxRead));
            Publish(dialect, request, null, BodyText.Sanitise(text, body.Length > MaxRead, ApiExceptionFactory.AllSecrets(dialect, request)));
        }
    }

    internal static void PublishAnswer(ServiceDialect dialect, ApiRequest request, HttpStatusCode status, MeteredStream stream)
        => Publish(dialect, request, status, BodyText.Sanitise(stream.Head, stream.IsLongerThanHead, ApiExceptionFactory.AllSecrets(dialect, request)));

    /// <summary>What a refusal says is shown as far as its error shows it.</summary>
    internal static void PublishRefusal(ServiceDialect dialect, ApiRequest request, HttpStatusCode status, ErrorBody body)
        => Publish(dialect, request, status, body.Extract ?? "(empty)");

    private static void Publish(ServiceDialect dialect, ApiRequest request, HttpStatusCode? status, string body)
        => Listener.Value?.Invoke(new(
            dialect.Service, request.Method.Method, Redactor.Text(Redactor.PathAndQuery(request.Path), dialect.Secrets), status, body));
}
