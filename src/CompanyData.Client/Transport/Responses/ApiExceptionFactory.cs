using System.Net;
using System.Security.Authentication;
using System.Text.Json;

namespace CompanyData.Transport;

/// <summary>Makes the exceptions: the words that people read.</summary>
internal static class ApiExceptionFactory
{
    /// <summary>The longest piece of an answer that is no message: a request id, a media type, a path within JSON.</summary>
    private const int LongestDetail = 200;

    /// <summary>What is too long once is so again, and reading it is not for nothing.</summary>
    private static readonly FailureClassification TooLong = new(ApiErrorKind.InvalidResponse, Transient: false, MayHaveTakenEffect: true);

    private const string Untrusted =
        "Nothing was sent. Check the address of the session; where a proxy of your organisation stands between, the system has to trust its certificate. The check cannot be switched off.";

    private const string ProxySignIn =
        "Put the user name and the password of the proxy into HTTPS_PROXY (http://user:password@proxy:port), or name the host in NO_PROXY.";

    public static IReadOnlyCollection<Secret> AllSecrets(ServiceDialect dialect, ApiRequest request)
        => request.Secrets.Count == 0 ? dialect.Secrets : [.. dialect.Secrets, .. request.Secrets];

    /// <summary>The service answered, but not with success.</summary>
    public static ApiException CreateError(
        HttpResponseMessage response, ErrorBody body, ServiceDialect dialect, ApiRequest request, TimeSpan? retryAfter)
    {
        FailureClassification failure = dialect.Judge(response.StatusCode, body.PlainCode);
        return new(failure.Kind, dialect.Service, request.Operation, string.Empty)
        {
            Subject = request.Subject,
            StatusCode = response.StatusCode,
            ProviderCode = body.Code,
            ProviderMessage = body.Message,
            BodyExtract = body.Extract,
            RequestId = RequestIdOf(response, AllSecrets(dialect, request)),
            RetryAfter = retryAfter,
            Judgement = failure,
            OutcomeUnknown = failure.MayHaveTakenEffect && request.Safety != RequestSafety.Read,
        };
    }

    /// <summary>The service answered with success, but what it sent cannot be read.</summary>
    public static ApiException Unreadable(
        HttpResponseMessage response, MeteredStream stream, ServiceDialect dialect, ApiCall call, Exception cause)
    {
        ApiRequest request = call.Request;
        string status = $"answered {(int)response.StatusCode}";
        IReadOnlyCollection<Secret> secrets = AllSecrets(dialect, request);
        ErrorBody error = ErrorBody.Parse(stream.IsLongerThanHead ? Redactor.CutText(stream.Head, secrets) : stream.Head, dialect, secrets);
        string start = stream.Head.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        bool isJson = start.Length == 0 || start[0] is '{' or '[';
        string what = stream.BytesRead == 0 && cause is InvalidDataException ? $"{status}, but its body is not compressed the way its headers say"
            : stream.BytesRead == 0 ? $"{status} with an empty body"
            : error.Code is not null || error.Message is not null ? $"{status}, but with an error: {error.Message ?? error.Code}"
            : cause is InvalidDataException ? $"{status}, but {cause.Message}"
            : !isJson ? $"{status} with {Named(response, start)} in place of JSON"
            : $"{status}, but its JSON cannot be read{At(cause as JsonException)}";
        // An answer that was lost on the way may come whole the next time; a page or another shape will most likely come again.
        bool isCut = stream.BytesRead == 0 ? (int)response.StatusCode != 204 : isJson && cause is JsonException { InnerException: JsonException };
        call.Misread += isCut ? 0 : 1;
        return new(ApiErrorKind.InvalidResponse, dialect.Service, request.Operation, what)
        {
            Subject = request.Subject,
            StatusCode = response.StatusCode,
            ProviderCode = error.Code,
            BodyExtract = error.Extract,
            RequestId = RequestIdOf(response, secrets),
            OutcomeUnknown = request.Safety != RequestSafety.Read,
            Judgement = stream.IsTooLong ? TooLong : new(ApiErrorKind.InvalidResponse, Transient: call.Misread < ApiCall.MostMisread, MayHaveTakenEffect: true),
        };
    }

    /// <summary>The service answered with success, but with something else than a file.</summary>
    public static ApiException NoFile(HttpResponseMessage response, ServiceDialect dialect, ApiCall call)
    {
        call.Misread++;
        return new(
            ApiErrorKind.InvalidResponse,
            dialect.Service,
            call.Request.Operation,
            $"answered {(int)response.StatusCode} with {response.Content.Headers.ContentType!.MediaType} in place of a file")
        {
            Subject = call.Request.Subject,
            StatusCode = response.StatusCode,
            RequestId = RequestIdOf(response, AllSecrets(dialect, call.Request)),
            Judgement = new(ApiErrorKind.InvalidResponse, Transient: call.Misread < ApiCall.MostMisread, MayHaveTakenEffect: true),
        };
    }

    /// <summary>A body that broke after its answer had begun.</summary>
    public static ApiException OfBody(
        ApiErrorKind kind, string reason, ServiceDialect dialect, ApiRequest request, int attempts)
    {
        string text = $"{dialect.Service}: could not {request.Operation} ({request.Subject}): {reason}{(attempts > 1 ? $" [after {attempts} attempts]" : "")}";
        return new(kind, dialect.Service, request.Operation, Redactor.Text(text, AllSecrets(dialect, request)))
        {
            Subject = request.Subject,
            Attempts = attempts,
            Remedy = Remedy(kind, dialect),
        };
    }

    /// <summary>The final word on a call: what the last attempt met, with the count of attempts.</summary>
    public static ApiException From(Exception exception, ServiceDialect dialect, ApiCall call)
    {
        ApiRequest request = call.Request;
        FailureClassification failure = FailureClassifier.Classify(exception);
        ApiException? api = exception as ApiException;
        string message = Message(failure, exception, dialect, call);
        // Without the cause: what the framework says of it can hold the password of a proxy, and what matters of it is in the message.
        return new(failure.Kind, dialect.Service, request.Operation, message, facts: api, inner: null)
        {
            Subject = request.Subject,
            Attempts = call.Attempts,
            OutcomeUnknown = (failure.MayHaveTakenEffect || call.MayHaveTakenEffect) && request.Safety != RequestSafety.Read,
            Remedy = IsUntrusted(exception) ? Untrusted
                : AsksForProxySignIn(exception) ? ProxySignIn
                : RetryDelay.IsTooLong(api?.RetryAfter) ? $"The service asks to wait for {TimeSpan.FromSeconds(Math.Ceiling(api!.RetryAfter!.Value.TotalSeconds))}; try again then."
                : dialect.Remedy(failure.Kind, api?.ProviderCode) ?? Remedy(failure.Kind, dialect),
        };
    }

    /// <summary>What an attempt met, in a few words.</summary>
    public static string Describe(Exception exception, ServiceDialect dialect) => exception is ApiException { StatusCode: { } status }
        ? Status(status)
        : Redactor.Text(Reason(FailureClassifier.Classify(exception), exception), dialect.Secrets);

    private static string Message(FailureClassification failure, Exception exception, ServiceDialect dialect, ApiCall call)
    {
        ApiRequest request = call.Request;
        string subject = request.Subject is null ? string.Empty : $" ({request.Subject})";
        string text = $"{dialect.Service}: could not {request.Operation}{subject}: {Reason(failure, exception)}";
        ApiException? api = exception as ApiException;
        List<string> facts = [];
        if (api?.RequestId is { } id)
        {
            facts.Add($"request id {id}");
        }

        if (call.Attempts > 1)
        {
            facts.Add($"after {call.Attempts} attempts");
        }

        if (facts.Count > 0)
        {
            text += $" [{string.Join(", ", facts)}]";
        }

        return Redactor.Text(text, AllSecrets(dialect, request));
    }

    private static string Reason(FailureClassification failure, Exception exception) => exception switch
    {
        ApiException { StatusCode: { } status } api when (int)status is < 200 or > 299 => $"{Status(status)}{Detail(api)}",
        ApiException { Kind: ApiErrorKind.InvalidResponse } api => $"the service {api.Message}{Extract(api)}",
        _ => failure.Kind switch
        {
            ApiErrorKind.Timeout => "no answer in time",
            ApiErrorKind.Unavailable => "so many requests failed that none is sent for a while",
            _ when AsksForProxySignIn(exception) => "the proxy asks for a sign-in (407)",
            _ when IsUntrusted(exception) => $"the server could not prove who it is: {exception.GetBaseException().Message}",
            _ => $"the connection failed: {exception.GetBaseException().Message}",
        },
    };

    /// <summary>The handshake failed: a certificate that is self-signed, expired or another host's, or no common version of TLS.</summary>
    private static bool IsUntrusted(Exception exception)
    {
        Exception? cause = exception;
        while (cause is not null and not AuthenticationException)
        {
            cause = cause.InnerException;
        }

        return cause is not null;
    }

    private static bool AsksForProxySignIn(Exception exception)
        => FailureClassifier.IsProxySignIn(exception) || exception is ApiException { StatusCode: HttpStatusCode.ProxyAuthenticationRequired };

    private static string Status(HttpStatusCode status) => (int)status switch
    {
        407 => "407, the proxy asks for a sign-in",
        401 or 403 => $"{(int)status}, the key was refused",
        404 => "404, not found",
        429 => "429, too many requests",
        >= 300 and < 400 => $"{(int)status}, a redirect that is not followed",
        int code => $"{code} {status}",
    };

    private static string Detail(ApiException api) => (api.ProviderCode, api.ProviderMessage) switch
    {
        ({ } code, { } message) => $": {message} ({code})",
        (null, { } message) => $": {message}",
        ({ } code, null) => $" ({code})",
        _ => Extract(api),
    };

    private static string Extract(ApiException api) => api.BodyExtract is { } extract ? $": {Short(extract)}" : string.Empty;

    private static string Short(string text) => text.Length <= LongestDetail ? text : text.Substring(0, LongestDetail) + "…";

    private static string? Remedy(ApiErrorKind kind, ServiceDialect dialect) => kind switch
    {
        ApiErrorKind.NotFound => "Check the id, and that it was made with the account of this session.",
        ApiErrorKind.Unauthorized => $"Check the key and call {dialect.ConnectCommand} again.",
        ApiErrorKind.RateLimited => "Wait a few minutes, or lower -ThrottleLimit.",
        ApiErrorKind.Network or ApiErrorKind.Unavailable => "Check the network, a proxy and the address of the session, then try again.",
        ApiErrorKind.Timeout => $"Try again later, or raise -TimeoutSec of {dialect.ConnectCommand}.",
        ApiErrorKind.ServerError => "Try again later; give the request id to the service's support if it stays.",
        ApiErrorKind.InvalidResponse => "Check that the address of the session is the API's, and that no proxy answers in its place.",
        _ => null,
    };

    private static string Named(HttpResponseMessage response, string start)
        => response.Content.Headers.ContentType?.MediaType is { } type && !type.Contains("json") ? Short(type) : start[0] == '<' ? "HTML" : "text";

    public static string At(JsonException? exception)
        => exception is { InnerException: not JsonException, Path: "$" } ? " (it is of another shape than is documented)"
            : string.IsNullOrEmpty(exception?.Path) || exception!.Path == "$" ? " (it is cut off or malformed)"
            : $" at {Short(exception.Path!)}";

    public static string? RequestIdOf(HttpResponseMessage response, IReadOnlyCollection<Secret> secrets)
    {
        foreach (string name in (string[])["X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Tyk-Trace-Id", "traceparent"])
        {
            if (response.Headers.TryGetValues(name, out IEnumerable<string>? values))
            {
                return values.FirstOrDefault() is { } id ? Short(Redactor.Text(id, secrets)) : null;
            }
        }

        return null;
    }
}
