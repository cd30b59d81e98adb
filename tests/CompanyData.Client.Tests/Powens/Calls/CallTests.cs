using CompanyData.Client.Tests.Support;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Powens;

/// <summary>What each call sends, and with which token.</summary>
public class CallTests
{
    public static TheoryData<string> Calls => [.. PowensCalls.All.Keys];

    public static TheoryData<string> CallsWithToken => [.. PowensCalls.All.Values.Where(call => call.Scope is not null).Select(call => call.Name)];

    public static TheoryData<string> PublicCalls => [.. PowensCalls.All.Values.Where(call => call.Scope is null && call.Body is null).Select(call => call.Name)];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_AllTokensThere_SendsTheOneOfItsScope(string name)
    {
        PowensCall call = PowensCalls.All[name];
        using PowensWire wire = new();
        wire.Then(Replies.Text(call.Answer, name.StartsWith("file", StringComparison.Ordinal) ? "application/pdf" : "application/json"));

        await wire.RunAsync(call.RunAsync);

        RecordedRequest request = Assert.Single(wire.Requests);
        Assert.Equal(call.RequestLine, $"{request.Method} {request.Uri.PathAndQuery}");
        Assert.Equal(call.Scope is null ? null : $"Bearer {PowensCalls.TokenOf(call.Scope)}", request.Headers.GetValueOrDefault("Authorization"));
        Assert.Equal(call.Body, request.Body);
        Assert.Equal(call.Body is null ? null : "application/json", request.Headers.GetValueOrDefault("Content-Type"));
    }

    [Theory]
    [MemberData(nameof(CallsWithToken))]
    public async Task Call_ItsTokenIsMissing_SaysWhichAndSendsNothing(string name)
    {
        PowensCall call = PowensCalls.All[name];
        PowensCredentials all = PowensWire.AllCredentials;
        using PowensWire wire = new(new()
        {
            UserToken = call.Scope == PowensScope.User ? null : all.UserToken,
            ConfigToken = call.Scope == PowensScope.Config ? null : all.ConfigToken,
            UsersToken = call.Scope == PowensScope.Users ? null : all.UsersToken,
            InvoicingToken = call.Scope == PowensScope.Invoicing ? null : all.InvoicingToken,
            ClientId = all.ClientId,
            ClientSecret = all.ClientSecret,
        });

        ApiException exception = await wire.FailAsync(call.RunAsync);

        Assert.Equal(ApiErrorKind.TokenMissing, exception.Kind);
        Assert.Contains(call.Scope == PowensScope.User ? "a user's token" : $"the scope '{call.Scope}'", exception.Message);
        Assert.Contains($"{PowensCalls.ParameterOf(call.Scope!)} ", exception.Remedy);
        Assert.Equal(0, exception.Attempts);
        Assert.Empty(wire.Requests);
    }

    /// <summary>The seed's "Hello world": /connectors takes no token, so none is needed.</summary>
    [Theory]
    [MemberData(nameof(PublicCalls))]
    public async Task PublicCall_NoTokenAtAll_WorksWithoutAuthorization(string name)
    {
        PowensCall call = PowensCalls.All[name];
        using PowensWire wire = new(new());
        wire.Then(Replies.Json(call.Answer));

        await wire.RunAsync(call.RunAsync);

        Assert.False(Assert.Single(wire.Requests).Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("renew")]
    [InlineData("exchange")]
    public async Task Grant_NoClient_SaysWhichAndSendsNothing(string name)
    {
        using PowensWire wire = new(new() { UserToken = new("t"), ClientId = "id" });

        ApiException exception = await wire.FailAsync(PowensCalls.All[name].RunAsync);

        Assert.Equal(ApiErrorKind.TokenMissing, exception.Kind);
        Assert.Contains("client id and secret", exception.Message);
        Assert.Contains("-ClientId", exception.Remedy);
        Assert.Contains("-ClientSecret", exception.Remedy);
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task CreateUser_NoClient_SendsNeitherNameNorNull()
    {
        using PowensWire wire = new(new());
        wire.Then(Replies.Json("""{"auth_token":"t","type":"temporary","expires_in":1800}"""));

        PowensToken token = await wire.RunAsync(client => client.Access.CreateUserAsync(CancellationToken.None));

        Assert.Equal("{}", Assert.Single(wire.Requests).Body);
        Assert.Equal(TimeSpan.FromMinutes(30), token.ExpiresIn);
        Assert.Null(token.UserId);
    }

    [Theory]
    [InlineData("00000000-0000-4000-8000-000000000001", "connector_uuid", "\"00000000-0000-4000-8000-000000000001\"")]
    [InlineData("42", "id_connector", "42")]
    public async Task Connect_ByUuidOrNumber_SendsTheFieldsAtTopLevel(string connector, string field, string value)
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json("""{"connections":[]}"""), Replies.Json("""{"id":3,"state":null}""", 202));

        PowensConnection connection = await wire.ConnectAsync(connector);

        Assert.Equal("3", connection.Id);
        RecordedRequest post = wire.Requests[1];
        Assert.Equal("POST /2.0/users/me/connections", $"{post.Method} {post.Uri.PathAndQuery}");
        Assert.Equal($$"""{"login":"somebody","password":"canary-password","{{field}}":{{value}}}""", post.Body);
    }

    [Fact]
    public async Task Connect_InTheBackground_SaysSo()
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json("""{"connections":[]}"""), Replies.Json("""{"id":3,"state":null}""", 202));

        await wire.ConnectAsync(inBackground: true);

        Assert.Equal("/2.0/users/me/connections?background", wire.Requests[1].Uri.PathAndQuery);
    }

    [Theory]
    [InlineData("https://example.biapi.test/2.0", "https://example.biapi.test/2.0/connectors")]
    [InlineData("https://example.biapi.test/2.0/", "https://example.biapi.test/2.0/connectors")]
    [InlineData("https://example.biapi.test", "https://example.biapi.test/connectors")]
    [InlineData("https://example.biapi.test/", "https://example.biapi.test/connectors")]
    [InlineData("http://127.0.0.1:8080/some/where", "http://127.0.0.1:8080/some/where/connectors")]
    public async Task Uri_AsGiven_NoPathIsAssumed(string baseUri, string expected)
    {
        using PowensWire wire = new(baseUri: baseUri);
        wire.Then(Replies.Json("""{"connectors":[]}"""));

        await wire.RunAsync(PowensCalls.All["connectors"].RunAsync);

        Assert.Equal(expected, Assert.Single(wire.Requests).Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("mycompany", "https://mycompany.biapi.pro/2.0")]
    [InlineData("mycompany-sandbox", "https://mycompany-sandbox.biapi.pro/2.0")]
    [InlineData("mycompany.biapi.pro", "https://mycompany.biapi.pro/2.0")]
    [InlineData("MyCompany.BIAPI.pro", "https://mycompany.biapi.pro/2.0")]
    public void UriOf_Domain_IsItsAddress(string domain, string expected) => Assert.Equal(expected, PowensClient.UriOf(domain).AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("my company")]
    [InlineData("https://mycompany.biapi.pro")]
    [InlineData("evil.example.test/")]
    [InlineData("evil.example.test#")]
    [InlineData("evil.example.test?")]
    [InlineData("evil.example.test:443/x")]
    [InlineData("user@evil")]
    [InlineData("evil.example.test/.biapi.pro")]
    [InlineData("a\\b")]
    [InlineData(".")]
    public void UriOf_NoDomain_IsRefused(string domain)
        => Assert.Contains($"'{domain}' is not a Powens domain", Assert.Throws<ArgumentException>(() => PowensClient.UriOf(domain)).Message);

    /// <summary>Ids come from answers and from people: whatever they hold, they stay one segment.</summary>
    [Fact]
    public async Task Id_HoldsASlashOrAQuery_StaysWithinItsSegment()
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json("""{"id":1}"""));

        await wire.RunAsync(client => client.Accounts.GetAsync("me", "5/../../users?x=#", CancellationToken.None));

        Assert.Equal("/2.0/users/me/accounts/5%2F..%2F..%2Fusers%3Fx%3D%23?all", Assert.Single(wire.Requests).Uri.PathAndQuery);
    }
}
