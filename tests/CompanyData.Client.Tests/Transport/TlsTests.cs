using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>A server has to prove who it is before it is told anything. Nothing switches that off.</summary>
public class TlsTests
{
    [Theory]
    [InlineData("localhost", false, "UntrustedRoot")]
    [InlineData("localhost", true, "NotTimeValid")]
    [InlineData("api.example.test", false, "RemoteCertificateNameMismatch")]
    public async Task Read_CertificateIsNotTrusted_NothingIsSent(string host, bool expired, string cause)
    {
        using TlsServer server = new(host, expired);
        using QardClient client = new(new ServiceOptions { BaseUri = new(server.Address), MaxRetries = 3 }, new Secret(Wire.Key));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.Account.GetProfileAsync(CancellationToken.None));
        Assert.Equal((ApiErrorKind.Network, 1), (exception.Kind, exception.Attempts));
        Assert.Contains("the server's identity could not be verified", exception.Message);
        Assert.Contains(cause, exception.ToString());
        Assert.Contains("cannot be disabled", exception.Remedy);
        Assert.False(exception.OutcomeUnknown);
        Assert.Equal((1, 0), (server.Handshakes, server.Bytes));
    }

    [Fact]
    public async Task Create_CertificateIsNotTrusted_HasNoEffect()
    {
        using TlsServer server = new();
        using QardClient client = new(new ServiceOptions { BaseUri = new(server.Address), MaxRetries = 3 }, new Secret(Wire.Key));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.Users.CreateAsync(
            new QardNewNaturalUser { FirstName = "Test", LastName = "Person" }, CancellationToken.None));
        Assert.False(exception.OutcomeUnknown);
        Assert.Equal(0, server.Bytes);
    }

    [Fact]
    public void Create_Handler_LeavesTheCheckToTheSystem()
    {
        using SocketsHttpHandler handler = Assert.IsType<SocketsHttpHandler>(HttpHandlers.Create(new("https://api.example.test")));
        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
        Assert.Null(handler.SslOptions.CertificateChainPolicy);
        Assert.Equal(System.Security.Authentication.SslProtocols.None, handler.SslOptions.EnabledSslProtocols);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
    }
}
