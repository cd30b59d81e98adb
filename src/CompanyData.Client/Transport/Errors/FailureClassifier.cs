using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CompanyData.Transport;

/// <summary>Classifies error responses and exceptions. <see cref="RetryDelay"/> computes how long to wait.</summary>
internal static class FailureClassifier
{
#if !NETSTANDARD
    /// <summary>REFUSED_STREAM of HTTP/2 (RFC 9113, 8.7): the connection carries as many requests as the server allows; this one was not processed.</summary>
    private const long RefusedStream = 7;

#endif
    public static FailureClassification Classify(HttpStatusCode status) => (int)status switch
    {
        401 or 403 => new(ApiErrorKind.Unauthorized, Transient: false, MayHaveTakenEffect: false),
        407 => new(ApiErrorKind.Network, Transient: false, MayHaveTakenEffect: false),
        404 or 410 => new(ApiErrorKind.NotFound, Transient: false, MayHaveTakenEffect: false),
        408 => new(ApiErrorKind.Timeout, Transient: true, MayHaveTakenEffect: true),
        409 => new(ApiErrorKind.Conflict, Transient: false, MayHaveTakenEffect: false),
        429 => new(ApiErrorKind.RateLimited, Transient: true, MayHaveTakenEffect: false),
        501 or 505 => new(ApiErrorKind.ServerError, Transient: false, MayHaveTakenEffect: false),
        >= 500 => new(ApiErrorKind.ServerError, Transient: true, MayHaveTakenEffect: true),
        >= 400 => new(ApiErrorKind.Invalid, Transient: false, MayHaveTakenEffect: false),
        _ => new(ApiErrorKind.InvalidResponse, Transient: false, MayHaveTakenEffect: false),
    };

    public static FailureClassification Classify(Exception exception) => exception switch
    {
        ApiException { Judgement: { } judgement } => judgement,
        // A successful response that cannot be read also has a status; it is classified by its kind below.
        ApiException { StatusCode: { } status } when (int)status is < 200 or > 299 => Classify(status),
        ApiException { Kind: ApiErrorKind.InvalidResponse } or JsonException
            => new(ApiErrorKind.InvalidResponse, Transient: true, MayHaveTakenEffect: true),
        // SocketsHttpHandler reports its ConnectTimeout as a cancellation with an inner TimeoutException.
        TimeoutRejectedException or OperationCanceledException { InnerException: TimeoutException } => new(ApiErrorKind.Timeout, Transient: true, MayHaveTakenEffect: true),
        BrokenCircuitException => new(ApiErrorKind.Unavailable, Transient: true, MayHaveTakenEffect: false),
#if !NETSTANDARD
        // SocketsHttpHandler reserved more requests on a new HTTP/2 connection than the server turned out to allow. Other failures have a cause or a code.
        HttpRequestException { HttpRequestError: HttpRequestError.Unknown, InnerException: null, StatusCode: null }
            => new(ApiErrorKind.RateLimited, Transient: true, MayHaveTakenEffect: true),
#endif
        HttpRequestException or IOException => ClassifyNetwork(exception),
        _ => new(ApiErrorKind.Network, Transient: false, MayHaveTakenEffect: true),
    };

    /// <summary>Whether failures of this kind can disappear without any action.</summary>
    public static bool IsTransient(ApiErrorKind kind) => kind is ApiErrorKind.RateLimited or ApiErrorKind.ServerError
        or ApiErrorKind.Network or ApiErrorKind.Timeout or ApiErrorKind.Unavailable or ApiErrorKind.WaitTimeout;

    private static FailureClassification ClassifyNetwork(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                case HttpRequestException when IsProxySignIn(cause):
                    return new(ApiErrorKind.Network, Transient: false, MayHaveTakenEffect: false);
#if !NETSTANDARD
                case HttpProtocolException { ErrorCode: RefusedStream }:
                    return new(ApiErrorKind.RateLimited, Transient: true, MayHaveTakenEffect: false);
                case HttpRequestException
                {
                    HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError,
                }:
#endif
                case SocketException socket when NeverConnected(socket.SocketErrorCode):
                case WebException { Status: WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure }:
                    return new(ApiErrorKind.Network, Transient: true, MayHaveTakenEffect: false);
            }
        }

        return new(ApiErrorKind.Network, Transient: true, MayHaveTakenEffect: true);
    }

    /// <summary>Whether a proxy requires authentication (407). Only the text of the exception shows the status.</summary>
    public static bool IsProxySignIn(Exception exception)
    {
#if !NETSTANDARD
        return exception is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } && exception.Message.Contains("'407'");
#else
        return exception.GetBaseException() is WebException { Status: WebExceptionStatus.ProtocolError } web
            && web.Message.Contains("(407)");
#endif
    }

    /// <summary>Errors that only occur before a connection is open. NoRoute is not one of them: it can also occur after the request was sent.</summary>
    private static bool NeverConnected(SocketError error)
        => error is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData;
}
