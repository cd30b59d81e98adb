using System.Net;
using System.Text;

namespace CompanyData.Transport;

/// <summary>Passes the bodies of requests and responses, redacted and truncated, to the listener of the call.</summary>
internal static class BodyTracer
{
    /// <summary>Bytes of a body that are read.</summary>
    public const int MaxRead = 16 * 1024;

    /// <summary>Characters of a body that are shown.</summary>
    public const int MaxShown = 4000;

    /// <summary>Whether there is a listener; without one, bodies are not recorded.</summary>
    public static bool HasListener => CallScope.Current.OnBody is not null;

    public static void PublishRequest(ServiceDialect dialect, ApiRequest request)
    {
        if (request.CreateContent is not null)
        {
            Publish(dialect, request, null, "(a file)");
        }
        else if (request.Body is { } body)
        {
            string text = Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, MaxRead));
            Publish(dialect, request, null, Redact(text, body.Length > MaxRead, ApiExceptionFactory.AllSecrets(dialect, request)));
        }
    }

    public static void PublishResponse(ServiceDialect dialect, ApiRequest request, HttpStatusCode status, ResponseBody body)
        => Publish(dialect, request, status, Redact(body.Head, body.IsLongerThanHead, ApiExceptionFactory.AllSecrets(dialect, request)));

    /// <summary>Shows as much of an error response as its error message shows.</summary>
    public static void PublishError(ServiceDialect dialect, ApiRequest request, HttpStatusCode status, ErrorBody body)
        => Publish(dialect, request, status, body.Extract ?? "(empty)");

    private static void Publish(ServiceDialect dialect, ApiRequest request, HttpStatusCode? status, string body)
        => CallScope.Current.OnBody?.Invoke(new(
            dialect.Service, request.Method.Method, Redactor.Own(Redactor.PathAndQuery(request.Path), dialect.Secrets), status, body));

    private static string Redact(string text, bool isCut, IReadOnlyCollection<Secret> secrets)
    {
        if (text.Length == 0)
        {
            return "(empty)";
        }

        RedactedJson json = RedactedJson.Read(text.TrimEnd('\uFFFD'), RedactionPolicy.Trace);
        string shown = json.Text.Length == 0
            ? $"({text.Length}{(isCut ? " or more" : string.Empty)} characters that are not JSON)"
            : json.Text + (json.IsWhole && !isCut ? string.Empty : "…");
        shown = Redactor.Text(shown, secrets);
        return shown.Length <= MaxShown ? shown : Redactor.CutText(shown.Substring(0, MaxShown), secrets) + "…";
    }
}
