using System.Net;
using System.Security.Authentication;
using System.Text.Json;

namespace CompanyData.Transport;

/// <summary>Creates the exceptions of the client: their messages and remedies.</summary>
internal static class ApiExceptionFactory
{
    /// <summary>Maximum length, in characters, of a detail taken from a response: a request id, a media type, a JSON path.</summary>
    private const int MaxDetail = 200;

    /// <summary>A response that is too long is not requested again: it would be too long again, and reading it is expensive.</summary>
    private static readonly FailureClassification TooLong = new(ApiErrorKind.InvalidResponse, Transient: false, MayHaveTakenEffect: true);

    private const string Untrusted =
        "Nothing was sent. Check the address of the session. If a proxy of your organisation inspects TLS, the system must trust its certificate. The check cannot be disabled.";

    private const string ProxySignIn =
        "Set HTTPS_PROXY with the user name and password of the proxy (http://user:password@proxy:port), or add the host to NO_PROXY.";

    public static IReadOnlyCollection<Secret> AllSecrets(ServiceDialect dialect, ApiRequest request)
        => request.Secrets.Count == 0 ? dialect.Secrets : [.. dialect.Secrets, .. request.Secrets];

    /// <summary>For an error response.</summary>
    public static ApiException CreateError(
        HttpResponseMessage response, ErrorBody body, ServiceDialect dialect, ApiCall call, TimeSpan? retryAfter)
    {
        ApiRequest request = call.Request;
        FailureClassification failure = dialect.Judge(response.StatusCode, body.PlainCode);
        // Another origin never gets the key, so its refusal says nothing about the key.
        failure = call.RedirectedTo is not null && failure.Kind == ApiErrorKind.Unauthorized ? failure with { Kind = ApiErrorKind.Invalid } : failure;
        return new(failure.Kind, dialect.Service, request.Operation, string.Empty)
        {
            Subject = request.Subject,
            StatusCode = response.StatusCode,
            ProviderCode = body.Code,
            ProviderMessage = body.Message,
            BodyExtract = body.Extract,
            RequestId = ReadRequestId(response, AllSecrets(dialect, request)),
            RetryAfter = retryAfter,
            Judgement = failure,
            OutcomeUnknown = failure.MayHaveTakenEffect && request.Safety != RequestSafety.Read,
            Remedy = dialect.Remedy(failure.Kind, body.PlainCode),
        };
    }

    /// <summary>For a successful response whose body cannot be read.</summary>
    public static ApiException Unreadable(
        HttpResponseMessage response, ResponseBody body, ServiceDialect dialect, ApiCall call, Exception cause)
    {
        ApiRequest request = call.Request;
        string status = $"answered {(int)response.StatusCode}";
        IReadOnlyCollection<Secret> secrets = AllSecrets(dialect, request);
        ErrorBody error = ErrorBody.Parse(body.IsLongerThanHead ? Redactor.CutText(body.Head, secrets) : body.Head, dialect, secrets);
        string start = body.Head.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        bool isJson = start.Length == 0 || start[0] is '{' or '[' || (!body.IsLongerThanHead && IsJsonValue(start));
        string what = body.Length == 0 && cause is InvalidDataException or InvalidOperationException ? $"{status}, but its body is not compressed the way its headers say"
            // Encodings that are supported have been decoded and removed from the headers.
            : response.Content.Headers.ContentEncoding.LastOrDefault() is { } encoding && encoding != "identity" ? $"{status}, but with a body in the encoding '{Truncate(Redactor.Text(encoding, secrets))}', which was not asked for"
            : body.Length == 0 ? $"{status} with an empty body"
            : error.Code is not null || error.Message is not null ? $"{status}, but with an error: {Sentences.Open(error.Message ?? error.Code!)}"
            : cause is InvalidDataException ? $"{status}, but {Sentences.Open(cause.Message)}"
            : !isJson ? $"{status} with {DescribeContent(response, start, secrets)} instead of JSON"
            : $"{status}, but its JSON cannot be read{DescribePosition(cause as JsonException, secrets)}";
        // A truncated response may arrive complete next time; HTML or an unexpected shape will most likely come again.
        bool isCut = body.Length == 0 ? (int)response.StatusCode != 204 : isJson && cause is JsonException { InnerException: JsonException };
        call.Misread += isCut ? 0 : 1;
        return new(ApiErrorKind.InvalidResponse, dialect.Service, request.Operation, what)
        {
            Subject = request.Subject,
            StatusCode = response.StatusCode,
            ProviderCode = error.Code,
            BodyExtract = error.Extract,
            RequestId = ReadRequestId(response, secrets),
            OutcomeUnknown = request.Safety != RequestSafety.Read,
            Judgement = body.IsTooLong ? TooLong : new(ApiErrorKind.InvalidResponse, Transient: call.Misread < ApiCall.MaxMisread, MayHaveTakenEffect: true),
        };
    }

    /// <summary>For a successful response that is not a file.</summary>
    public static ApiException NotAFile(HttpResponseMessage response, ServiceDialect dialect, ApiCall call)
    {
        call.Misread++;
        return new(
            ApiErrorKind.InvalidResponse,
            dialect.Service,
            call.Request.Operation,
            $"answered {(int)response.StatusCode} with {Redactor.Text(response.Content.Headers.ContentType!.MediaType!, AllSecrets(dialect, call.Request))} instead of a file")
        {
            Subject = call.Request.Subject,
            StatusCode = response.StatusCode,
            RequestId = ReadRequestId(response, AllSecrets(dialect, call.Request)),
            Judgement = new(ApiErrorKind.InvalidResponse, Transient: call.Misread < ApiCall.MaxMisread, MayHaveTakenEffect: true),
        };
    }

    /// <summary>For a body that failed after the response had started.</summary>
    public static ApiException FromBody(
        ApiErrorKind kind, string reason, ServiceDialect dialect, ApiRequest request, int attempts, SessionAddress address)
    {
        IReadOnlyCollection<Secret> secrets = AllSecrets(dialect, request);
        string text = $"{dialect.Service}: could not {request.Operation} ({SubjectOf(request, secrets)}): {reason}{(attempts > 1 ? $" [after {attempts} attempts]" : "")}";
        return new(kind, dialect.Service, request.Operation, Redactor.Own(text, secrets))
        {
            Subject = request.Subject,
            Attempts = attempts,
            Remedy = Remedy(kind, dialect, address),
        };
    }

    /// <summary>For a call that failed: the failure of the last attempt, with the number of attempts.</summary>
    public static ApiException From(Exception exception, ServiceDialect dialect, ApiCall call, SessionAddress address)
    {
        ApiRequest request = call.Request;
        FailureClassification failure = FailureClassifier.Classify(exception);
        ApiException? api = exception as ApiException;
        string message = Message(failure, exception, dialect, call, address);
        // No inner exception: the framework's text can contain a proxy password, and the message has everything relevant.
        return new(failure.Kind, dialect.Service, request.Operation, message, facts: api, inner: null)
        {
            Subject = request.Subject,
            Attempts = call.Attempts,
            OutcomeUnknown = (failure.MayHaveTakenEffect || call.MayHaveTakenEffect) && request.Safety != RequestSafety.Read,
            Remedy = IsUntrusted(exception) ? Untrusted
                : RequiresProxySignIn(exception) ? ProxySignIn
                : RetryDelay.IsTooLong(api?.RetryAfter) ? $"The service asks to wait {TimeSpan.FromSeconds(Math.Ceiling(api!.RetryAfter!.Value.TotalSeconds))}; try again after that."
                : api?.Remedy ?? dialect.Remedy(failure.Kind, api?.ProviderCode)
                    ?? (call.RedirectedTo is { } elsewhere && request.Accept == ApiRequest.Json ? address.UseInstead(elsewhere, request) : Remedy(failure.Kind, dialect, address)),
        };
    }

    /// <summary>Describes the failure of an attempt in a few words.</summary>
    public static string Describe(Exception exception, ServiceDialect dialect) => exception is ApiException { StatusCode: { } status }
        ? Status(status)
        : Redactor.Own(Reason(FailureClassifier.Classify(exception), exception, dialect.Secrets, host: null, redirectedTo: null), dialect.Secrets);

    private static string Message(FailureClassification failure, Exception exception, ServiceDialect dialect, ApiCall call, SessionAddress address)
    {
        ApiRequest request = call.Request;
        IReadOnlyCollection<Secret> secrets = AllSecrets(dialect, request);
        string subject = request.Subject is null ? string.Empty : $" ({SubjectOf(request, secrets)})";
        string text = $"{dialect.Service}: could not {request.Operation}{subject}: {Reason(failure, exception, secrets, call.RedirectedTo?.Authority ?? address.Host, call.RedirectedTo)}";
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

        return Redactor.Own(text, secrets);
    }

    private static string? SubjectOf(ApiRequest request, IReadOnlyCollection<Secret> secrets)
        => request.Subject is { } subject ? Redactor.Id(subject, secrets) : null;

    /// <param name="failure">The classified failure.</param>
    /// <param name="exception">The failure.</param>
    /// <param name="secrets">Values to redact.</param>
    /// <param name="host">The host to name; null for none.</param>
    /// <param name="redirectedTo">Where the request was redirected to; null if it was not.</param>
    private static string Reason(FailureClassification failure, Exception exception, IReadOnlyCollection<Secret> secrets, string? host, Uri? redirectedTo) => exception switch
    {
        ApiException { StatusCode: { } status } api when (int)status is >= 300 and < 400 && redirectedTo is not null
            => $"{Status(status)}: to {Truncate(Redactor.Text(redirectedTo.GetLeftPart(UriPartial.Path), secrets))}{Detail(api)}",
        ApiException { StatusCode: { } status } api when (int)status is < 200 or > 299 && redirectedTo is not null
            => $"{(int)status} from {host}, to which the address redirects and the key is not sent{Detail(api)}",
        ApiException { StatusCode: { } status } api when (int)status is < 200 or > 299 => $"{Status(status)}{Detail(api)}",
        ApiException { Kind: ApiErrorKind.InvalidResponse } api => $"{(redirectedTo is null ? "the service" : $"{host}, to which the address redirects,")} {api.Message}{Extract(api)}",
        _ => failure.Kind switch
        {
            ApiErrorKind.Timeout => $"no response in time{(host is null ? string.Empty : $" from {host}")}",
            ApiErrorKind.RateLimited => "the service accepts no more requests on its connections for now",
            ApiErrorKind.Unavailable => "too many requests failed in a row, so none is sent for now",
            _ when RequiresProxySignIn(exception) => "the proxy requires authentication (407)",
            _ when IsUntrusted(exception) => $"the server's identity could not be verified{(host is null ? string.Empty : $" ({host})")}: {Sentences.Open(Redactor.Text(exception.GetBaseException().Message, secrets))}",
            _ => $"the connection {(host is null ? string.Empty : $"to {host} ")}failed: {Sentences.Open(Redactor.Text(exception.GetBaseException().Message, secrets))}",
        },
    };

    /// <summary>Whether the TLS handshake failed: a self-signed or expired certificate, a certificate of another host, or no common TLS version.</summary>
    private static bool IsUntrusted(Exception exception)
    {
        Exception? cause = exception;
        while (cause is not null and not AuthenticationException)
        {
            cause = cause.InnerException;
        }

        return cause is not null;
    }

    private static bool RequiresProxySignIn(Exception exception)
        => FailureClassifier.IsProxySignIn(exception) || exception is ApiException { StatusCode: HttpStatusCode.ProxyAuthenticationRequired };

    private static string Status(HttpStatusCode status) => (int)status switch
    {
        407 => "407, the proxy requires authentication",
        401 or 403 => $"{(int)status}, the key was refused",
        404 => "404, not found",
        429 => "429, too many requests",
        >= 300 and < 400 => $"{(int)status}, a redirect that is not followed",
        int code => $"{code} {status}",
    };

    private static string Detail(ApiException api) => (api.ProviderCode, api.ProviderMessage) switch
    {
        ({ } code, { } message) => $": {Sentences.Open(message)} ({code})",
        (null, { } message) => $": {Sentences.Open(message)}",
        ({ } code, null) => $" ({code})",
        _ => Extract(api),
    };

    private static string Extract(ApiException api) => api.BodyExtract is { } extract ? $": {Sentences.Open(Truncate(extract))}" : string.Empty;

    private static string Truncate(string text) => text.Length <= MaxDetail ? text : text.Substring(0, MaxDetail) + "…";

    private static string? Remedy(ApiErrorKind kind, ServiceDialect dialect, SessionAddress address) => kind switch
    {
        ApiErrorKind.NotFound => "Check the id, and that it was created with the account of this session.",
        ApiErrorKind.Unauthorized => $"Check the key{address.KeySource} and call {dialect.ConnectCommand} again.",
        ApiErrorKind.RateLimited => "Wait a few minutes, or lower -ThrottleLimit.",
        ApiErrorKind.Network or ApiErrorKind.Unavailable => $"Check the network, the proxy and the address of the session ({address.Description}), then try again.",
        ApiErrorKind.Timeout => $"Try again later, or increase -TimeoutSec of {dialect.ConnectCommand}.",
        ApiErrorKind.ServerError => "Try again later. If the error persists, give the request id to the service's support.",
        ApiErrorKind.InvalidResponse => $"Check that the address of the session ({address.Description}) is that of the API, and that no proxy answers instead.",
        _ => null,
    };

    /// <summary>Whether a body is a text, a number, true, false or null in JSON.</summary>
    private static bool IsJsonValue(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string DescribeContent(HttpResponseMessage response, string start, IReadOnlyCollection<Secret> secrets)
        => response.Content.Headers.ContentType?.MediaType is { } type && !type.Contains("json") ? Truncate(Redactor.Text(type, secrets)) : start[0] == '<' ? "HTML" : "text";

    public static string DescribePosition(JsonException? exception, IReadOnlyCollection<Secret> secrets)
        => exception is null or { InnerException: not JsonException, Path: "$" } ? " (its shape differs from the documentation)"
            : string.IsNullOrEmpty(exception.Path) || exception.Path == "$" ? " (it is cut off or malformed)"
            : $" at {Truncate(Redactor.Text(exception.Path!, secrets))}";

    public static string? ReadRequestId(HttpResponseMessage response, IReadOnlyCollection<Secret> secrets)
    {
        foreach (string name in (string[])["X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Tyk-Trace-Id", "traceparent"])
        {
            if (response.Headers.TryGetValues(name, out IEnumerable<string>? values))
            {
                return values.FirstOrDefault() is { } id ? Truncate(Redactor.Id(id, secrets)) : null;
            }
        }

        return null;
    }
}
