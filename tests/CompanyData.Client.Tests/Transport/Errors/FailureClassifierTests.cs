using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class FailureClassifierTests
{
    [Theory]
    [InlineData(400, ApiErrorKind.Invalid, false, false)]
    [InlineData(401, ApiErrorKind.Unauthorized, false, false)]
    [InlineData(403, ApiErrorKind.Unauthorized, false, false)]
    [InlineData(404, ApiErrorKind.NotFound, false, false)]
    [InlineData(408, ApiErrorKind.Timeout, true, true)]
    [InlineData(409, ApiErrorKind.Conflict, false, false)]
    [InlineData(422, ApiErrorKind.Invalid, false, false)]
    [InlineData(429, ApiErrorKind.RateLimited, true, false)]
    [InlineData(500, ApiErrorKind.ServerError, true, true)]
    [InlineData(501, ApiErrorKind.ServerError, false, false)]
    [InlineData(502, ApiErrorKind.ServerError, true, true)]
    [InlineData(503, ApiErrorKind.ServerError, true, true)]
    [InlineData(504, ApiErrorKind.ServerError, true, true)]
    [InlineData(302, ApiErrorKind.InvalidResponse, false, false)]
    public void Classify_Status_IsJudged(int status, ApiErrorKind kind, bool transient, bool effect)
        => Assert.Equal(new FailureClassification(kind, transient, effect), FailureClassifier.Classify((HttpStatusCode)status));

    [Theory]
    [InlineData(SocketError.ConnectionRefused, false)]
    [InlineData(SocketError.HostNotFound, false)]
    [InlineData(SocketError.NetworkUnreachable, true)]
    [InlineData(SocketError.HostUnreachable, true)]
    [InlineData(SocketError.ConnectionReset, true)]
    [InlineData(SocketError.ConnectionAborted, true)]
    public void Classify_Socket_KnowsWhetherTheRequestLeft(SocketError error, bool effect)
    {
        HttpRequestException exception = new("It failed.", new IOException("It failed.", new SocketException((int)error)));
        Assert.Equal(new FailureClassification(ApiErrorKind.Network, true, effect), FailureClassifier.Classify(exception));
    }

    /// <summary>The same error of the network before there was a connection, and on one that may have carried the request.</summary>
    [Theory]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.ProxyTunnelError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public void Classify_RequestError_KnowsWhetherTheRequestLeft(HttpRequestError error, bool effect)
    {
        HttpRequestException exception = new(error, "It failed.", new SocketException((int)SocketError.HostUnreachable));
        Assert.Equal(new FailureClassification(ApiErrorKind.Network, true, effect), FailureClassifier.Classify(exception));
    }

    /// <summary>Of the codes of HTTP/2 only one says that the request was not processed: the connection carries as many as the server allows.</summary>
    [Theory]
    [InlineData(7, ApiErrorKind.RateLimited, false)]
    [InlineData(2, ApiErrorKind.Network, true)]
    [InlineData(8, ApiErrorKind.Network, true)]
    public void Classify_StreamIsReset_KnowsWhetherItWasRefused(long code, ApiErrorKind kind, bool effect)
    {
        HttpRequestException exception = new(HttpRequestError.HttpProtocolError, "It failed.", new HttpProtocolException(code, "Reset.", null));
        Assert.Equal(new FailureClassification(kind, true, effect), FailureClassifier.Classify(exception));
    }

    /// <summary>The handler's own refusal of what exceeds the limit of a connection has neither cause nor code, and does not say whether something was sent.</summary>
    [Fact]
    public void Classify_RequestIsAborted_IsNoFailureOfTheNetwork() => Assert.Equal(
        new FailureClassification(ApiErrorKind.RateLimited, Transient: true, MayHaveTakenEffect: true),
        FailureClassifier.Classify(new HttpRequestException("The request was aborted.")));

    [Fact]
    public void Classify_CertificateRefused_IsNotTriedAgain()
        => Assert.False(FailureClassifier.Classify(new HttpRequestException("TLS", new AuthenticationException("TLS"))).Transient);

    [Theory]
    [InlineData(RequestSafety.Read, true)]
    [InlineData(RequestSafety.Idempotent, true)]
    [InlineData(RequestSafety.Create, false)]
    public void AllowsRepeat_MayHaveTakenEffect_OnlyCreatesAreHeldBack(RequestSafety safety, bool expected)
        => Assert.Equal(expected, new FailureClassification(ApiErrorKind.ServerError, Transient: true, MayHaveTakenEffect: true).AllowsRepeat(safety));

    [Theory]
    [InlineData(RequestSafety.Read)]
    [InlineData(RequestSafety.Idempotent)]
    [InlineData(RequestSafety.Create)]
    public void AllowsRepeat_Lasting_Never(RequestSafety safety)
        => Assert.False(new FailureClassification(ApiErrorKind.Invalid, Transient: false, MayHaveTakenEffect: false).AllowsRepeat(safety));
}
