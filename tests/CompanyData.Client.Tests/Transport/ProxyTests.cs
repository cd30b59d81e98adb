using System.Net;
using System.Net.Sockets;
using System.Text;
using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>What goes through the proxy that the system names, and what is said when it refuses.</summary>
[CollectionDefinition(nameof(ProxyTests), DisableParallelization = true)]
[Collection(nameof(ProxyTests))]
public sealed class ProxyTests : IDisposable
{
    private const string Password = "proxy-password-7c1e";

    private readonly IWebProxy _before = HttpClient.DefaultProxy;

    public void Dispose() => HttpClient.DefaultProxy = _before;

    [Fact]
    public async Task Read_ServiceOnLoopback_UsesNoProxy()
    {
        using RawServer proxy = new(RawServer.Answer("200 OK", """{"name":"From the proxy"}"""));
        using RawServer server = new(RawServer.Answer("200 OK", """{"name":"Example"}"""));
        UseProxy(proxy);
        using QardClient client = new(new ServiceOptions { BaseUri = new(server.Address), MaxRetries = 0 }, new Secret(Wire.Key));

        Assert.Equal("Example", (await client.Account.GetProfileAsync(CancellationToken.None)).Name);
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public async Task Create_ProxyAsksForASignIn_SaysSoWithoutItsPassword()
    {
        using RawServer proxy = new([.. Enumerable.Repeat(RawServer.Answer("407 Proxy Authentication Required\r\nContent-Length: 0", string.Empty), 8)]);
        UseProxy(proxy);
        using QardClient client = new(new ServiceOptions { BaseUri = new("https://api.example.test/"), MaxRetries = 3 }, new Secret(Wire.Key));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.Users.CreateAsync(
            new QardNewNaturalUser { FirstName = "Test", LastName = "Person" }, CancellationToken.None));
        Assert.Equal((ApiErrorKind.Network, 1, false), (exception.Kind, exception.Attempts, exception.OutcomeUnknown));
        Assert.Contains("the proxy requires authentication", exception.Message);
        Assert.Contains("HTTPS_PROXY", exception.Remedy);
        Assert.DoesNotContain(Password, exception.ToString());
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public async Task Read_ProxyFailsOtherwise_NamesItWithoutItsPassword()
    {
        using RawServer proxy = new(RawServer.Answer("502 Bad Gateway\r\nContent-Length: 0", string.Empty));
        UseProxy(proxy);
        using QardClient client = new(new ServiceOptions { BaseUri = new("https://api.example.test/"), MaxRetries = 0 }, new Secret(Wire.Key));

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.Account.GetProfileAsync(CancellationToken.None));
        Assert.Contains("***@127.0.0.1", exception.Message);
        Assert.DoesNotContain(Password, exception.ToString());
    }

    [Theory]
    [InlineData("tunnel to 'http://user:pass@host:1/' failed", "tunnel to 'http://***@host:1/' failed")]
    [InlineData("http://user@host and https://a:b@c@d/e", "http://***@host and https://***@d/e")]
    [InlineData("https://host/path, mail a@b", "https://host/path, mail a@b")]
    [InlineData("https://host?mail=a@b", "https://host?mail=a@b")]
    [InlineData("http://user:it's@host", "http://***@host")]
    [InlineData("https://", "https://")]
    public void Text_AddressWithUserInfo_LosesIt(string text, string expected) => Assert.Equal(expected, Redactor.Text(text, []));

    private static void UseProxy(RawServer server)
        => HttpClient.DefaultProxy = new NamedProxy(new($"http://user:{Password}@127.0.0.1:{new Uri(server.Address).Port}/"));

    /// <summary>As the environment names one: with the password in its address.</summary>
    private sealed class NamedProxy(Uri address) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => false;
    }
}
