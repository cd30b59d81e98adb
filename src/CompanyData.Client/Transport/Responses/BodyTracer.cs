using System.Net;
using System.Text;

namespace CompanyData.Transport;

/// <summary>Hands the bodies of requests and responses, redacted and cut short, to whoever listens.</summary>
internal static class BodyTracer
{
    /// <summary>How much of a body is looked at, in bytes.</summary>
    public const int MaxRead = 16 * 1024;

    /// <summary>The most that is shown, in characters.</summary>
    public const int MaxShown = 4000;

    /// <summary>Whether anybody listens; where nobody does, nothing of a body is kept.</summary>
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

    public static void PublishAnswer(ServiceDialect dialect, ApiRequest request, HttpStatusCode status, MeteredStream stream)
        => Publish(dialect, request, status, Redact(stream.Head, stream.IsLongerThanHead, ApiExceptionFactory.AllSecrets(dialect, request)));

    /// <summary>What a refusal says is shown as far as its error shows it.</summary>
    public static void PublishRefusal(ServiceDialect dialect, ApiRequest request, HttpStatusCode status, ErrorBody body)
        => Publish(dialect, request, status, body.Extract ?? "(empty)");

    private static void Publish(ServiceDialect dialect, ApiRequest request, HttpStatusCode? status, string body)
        => CallScope.Current.OnBody?.Invoke(new(
            dialect.Service, request.Method.Method, Redactor.Text(Redactor.PathAndQuery(request.Path), dialect.Secrets), status, body));

    private static string Redact(string text, bool isCut, IReadOnlyCollection<Secret> secrets)
    {
        if (text.Length == 0)
        {
            return "(empty)";
        }

        RedactedJson json = RedactedJson.Read(text.TrimEnd('\uFFFD'), RedactionPolicy.Trace);
        string shown = json.Text.Length == 0
            ? $"({text.Length}{(isCut ? " and more" : string.Empty)} characters that are no JSON)"
            : json.Text + (json.IsWhole && !isCut ? string.Empty : "…");
        shown = Redactor.Text(shown, secrets);
        return shown.Length <= MaxShown ? shown : Redactor.CutText(shown.Substring(0, MaxShown), secrets) + "…";
    }
}
