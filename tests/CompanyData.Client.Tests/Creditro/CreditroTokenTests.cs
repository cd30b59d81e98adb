using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Creditro;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Creditro;

public class CreditroTokenTests
{
    [Fact]
    public void Parse_Token_ReadsItsClaims()
    {
        CreditroToken token = Parse(CreditroWire.TokenOf(new JsonObject { ["customer"] = "customer-1", ["exp"] = 1705314600, ["iss"] = "issuer-of-a-test" }));
        Assert.Equal(("customer-1", "issuer-of-a-test"), (token.CustomerId, token.Issuer));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1705314600), token.ExpiresAt);
    }

    [Fact]
    public void Parse_AnyCustomer_IsRead() => Holds.ForAll(
        Holds.Texts("abcXYZ0189-_éß漢?>~ ", 40),
        text => Assert.Equal("c" + text, Parse(CreditroWire.TokenOf(new JsonObject { ["customer"] = "c" + text })).CustomerId));

    [Theory]
    [InlineData("""{"customer":12}""", "12")]
    [InlineData("""{"customer":"x","exp":null}""", "x")]
    [InlineData("""{"customer":"x","exp":"soon"}""", "x")]
    [InlineData("""{"customer":"x","exp":-1}""", "x")]
    [InlineData("""{"customer":"x","exp":1e300}""", "x")]
    public void Parse_OddClaims_AreTakenForWhatTheyAre(string payload, string customer)
    {
        CreditroToken token = Parse(CreditroWire.TokenOf(payload));
        Assert.Equal((customer, null, null), (token.CustomerId, token.ExpiresAt, token.Issuer));
    }

    [Fact]
    public void Parse_FractionalOrTextExpiry_IsRead()
    {
        Assert.Equal(1705314600, Parse(CreditroWire.TokenOf("""{"customer":"x","exp":1705314600.75}""")).ExpiresAt!.Value.ToUnixTimeSeconds());
        Assert.Equal(1705314600, Parse(CreditroWire.TokenOf("""{"customer":"x","exp":"1705314600"}""")).ExpiresAt!.Value.ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData("one-part")]
    [InlineData("two.parts")]
    [InlineData("a.b.c.d")]
    [InlineData("..")]
    [InlineData("a.!!!.c")]
    [InlineData("a.bm8ganNvbg.c")]
    [InlineData("a.b.c")]
    public void Parse_NoJwt_IsNamedWithoutTheToken(string token)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Parse(token));
        Assert.Contains("not a JWT", exception.Message);
        Assert.Contains("Creditro app", exception.Message);
        Assert.True(token == ".." || !exception.Message.Contains(token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"customer\"")]
    [InlineData("""{"customer":null}""")]
    [InlineData("""{"customer":""}""")]
    [InlineData("""{"customer":"  "}""")]
    [InlineData("""{"customer":{"id":"x"}}""")]
    [InlineData("""{"customer":["x"]}""")]
    [InlineData("""{"Customer":"x"}""")]
    public void Parse_NoClaim_IsNamed(string payload)
        => Assert.Contains("no claim 'customer'", Assert.Throws<ArgumentException>(() => Parse(CreditroWire.TokenOf(payload))).Message);

    [Fact]
    public async Task GetCases_TokenExpired_SendsNothing()
    {
        using CreditroWire wire = new(token: Expiring(new(2024, 1, 15, 10, 30, 0, TimeSpan.Zero)));
        ApiException exception = await wire.FailAsync();
        Assert.Equal((ApiErrorKind.Unauthorized, "customer-1"), (exception.Kind, exception.Subject));
        Assert.Contains("2024-01-15 10:30:00Z", exception.Message);
        Assert.Contains("nothing was sent", exception.Message);
        Assert.Contains("Connect-Creditro", exception.Remedy);
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task GetCases_TokenExpiresLater_IsSentUntilThen()
    {
        using CreditroWire wire = new(token: Expiring(new(2024, 1, 15, 10, 30, 1, TimeSpan.Zero)));
        wire.Always(Replies.Json("""{"items":[]}"""));
        await wire.ReadAsync();
        await wire.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        await wire.FailAsync();
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task GetCases_ServerEchoesTheToken_IsMasked()
    {
        using CreditroWire wire = new(maxRetries: 0);
        string token = wire.Token;
        wire.Then(Replies.With(Replies.Json(new JsonObject { ["message"] = $"bad {token}", ["code"] = token }.ToJsonString(), 400), response => response.Headers.Add("X-Request-Id", token)));
        ApiException exception = await wire.FailAsync();
        string shown = string.Join(" ", exception, exception.ProviderCode, exception.ProviderMessage, exception.BodyExtract, exception.RequestId, exception.Remedy, exception.Subject);
        Assert.DoesNotContain("canary", shown);
        Assert.DoesNotContain(token.Split('.')[1], shown + wire.Client.Token);
    }

    [Fact]
    public async Task GetCases_TokenWithWhiteSpaceAround_IsSentWithout()
    {
        string token = CreditroWire.TokenOf(new JsonObject { ["customer"] = "customer-1" });
        using CreditroWire wire = new(token: $" {token} ");
        await wire.Then(Replies.Json("""{"items":[]}""")).ReadAsync();
        Assert.Equal($"Bearer {token}", Assert.Single(wire.Requests).Headers["Authorization"]);
    }

    private static CreditroToken Parse(string token) => CreditroToken.Parse(new(token));

    private static string Expiring(DateTimeOffset at) => CreditroWire.TokenOf(new JsonObject { ["customer"] = "customer-1", ["exp"] = at.ToUnixTimeSeconds() });
}
