using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Powens;

/// <summary>The error code counts, whatever its case, more than the status. Source: powens.md, errors.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("wrongpass", 400, ApiErrorKind.ConsentRequired)]
    [InlineData("wrongPass", 400, ApiErrorKind.ConsentRequired)]
    [InlineData("WRONGPASS", 403, ApiErrorKind.ConsentRequired)]
    [InlineData("actionNeeded", 400, ApiErrorKind.ConsentRequired)]
    [InlineData("passwordExpired", 500, ApiErrorKind.ConsentRequired)]
    [InlineData("websiteUnavailable", 400, ApiErrorKind.Unavailable)]
    [InlineData("WEBSITEUNAVAILABLE", 503, ApiErrorKind.Unavailable)]
    [InlineData("tooManySync", 400, ApiErrorKind.RateLimited)]
    [InlineData("connectionLocked", 400, ApiErrorKind.Conflict)]
    [InlineData("connectionLocked", 409, ApiErrorKind.Conflict)]
    [InlineData("missingParameter", 400, ApiErrorKind.Invalid)]
    [InlineData("invalidValue", 500, ApiErrorKind.Invalid)]
    [InlineData("somethingNew", 400, ApiErrorKind.Invalid)]
    [InlineData("config", 400, ApiErrorKind.Invalid)]
    [InlineData("somethingNew", 403, ApiErrorKind.Unauthorized)]
    [InlineData("somethingNew", 401, ApiErrorKind.Unauthorized)]
    [InlineData("somethingNew", 404, ApiErrorKind.NotFound)]
    [InlineData("bug", 500, ApiErrorKind.ServerError)]
    public async Task Refusal_CodeAndStatus_BecomeAKind(string code, int status, ApiErrorKind kind)
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(Replies.With(
            Replies.Json($$"""{"code":"{{code}}","description":"In words.","message":"Chez la banque","request_id":"r"}""", status),
            response => response.Headers.Add("X-Request-Id", "r-1")));

        ApiException exception = await wire.FailAsync(PowensCalls.All["synchronise"].RunAsync);

        Assert.Equal(kind, exception.Kind);
        Assert.Equal(code, exception.ProviderCode);
        Assert.Equal("In words.", exception.ProviderMessage);
        Assert.Equal("3", exception.Subject);
        Assert.Equal("r-1", exception.RequestId);
        Assert.Contains("In words", exception.Message);
    }

    [Theory]
    [InlineData("wrongpass", "correct login and password")]
    [InlineData("WRONGPASS", "correct login and password")]
    [InlineData("actionNeeded", "at the bank")]
    [InlineData("passwordExpired", "at the bank")]
    [InlineData("websiteUnavailable", "later")]
    [InlineData("tooManySync", "later")]
    [InlineData("connectionLocked", "Wait-PowensConnection")]
    [InlineData("config", "Get-PowensConfiguration")]
    [InlineData("bankMessage", "message to read")]
    [InlineData("bug", "later")]
    [InlineData("keymanager", "support")]
    [InlineData("dataError", "support")]
    [InlineData("notSupported", "enabled for a domain")]
    public async Task Refusal_ByTheBank_SaysWhatToDo(string code, string remedy)
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(Replies.Json($$"""{"code":"{{code}}"}""", 400));
        Assert.Contains(remedy, (await wire.FailAsync(PowensCalls.All["synchronise"].RunAsync)).Remedy);
    }

    [Theory]
    [InlineData("wrongpass")]
    [InlineData("tooManySync")]
    [InlineData("websiteUnavailable")]
    [InlineData("connectionLocked")]
    public async Task Refusal_ByTheBank_IsNotRepeated(string code)
    {
        using PowensWire wire = new();
        wire.Always(Replies.Json($$"""{"code":"{{code}}"}""", 400));
        await wire.FailAsync(PowensCalls.All["synchronise"].RunAsync);
        Assert.Single(wire.Requests);
    }

    /// <summary>What a person fills in may be as short as a letter; a code that has it by chance stays readable.</summary>
    [Fact]
    public async Task Refusal_CodeHoldsWhatWasSent_IsJudgedAsItCame()
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json("""{"code":"wrongpass"}""", 400));

        ApiException exception = await wire.FailAsync(client => client.Connections.AnswerAsync(
            "me", "3", new Dictionary<string, object?> { ["openday"] = new Secret("p") }, CancellationToken.None));

        Assert.Equal(ApiErrorKind.ConsentRequired, exception.Kind);
        Assert.Equal("wrongpass", exception.ProviderCode);
    }

    /// <summary>Where the header has none, the body may tell the id that the support asks for.</summary>
    [Fact]
    public async Task Refusal_RequestIdInTheBodyOnly_IsNotLost()
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(Replies.Json("""{"code":"bug","request_id":"r-77"}""", 500));
        ApiException exception = await wire.FailAsync(PowensCalls.All["account"].RunAsync);
        Assert.Contains("r-77", exception.BodyExtract);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(502)]
    [InlineData(200)]
    public async Task ErrorPage_Html_IsShownAsItsText(int status)
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(Replies.Html("<html><head><title>400 Bad Request</title><style>x{}</style></head><body><center><h1>400 Bad&nbsp;Request</h1></center></body></html>", status));

        ApiException exception = await wire.FailAsync(PowensCalls.All["connection"].RunAsync);

        Assert.Contains("Bad Request", exception.Message.Replace('\u00a0', ' '));
        Assert.DoesNotContain("<", exception.Message);
        Assert.DoesNotContain("x{}", exception.Message);
    }

    [Theory]
    [InlineData("""{"code":null,"description":null,"message":"Only this."}""", "Only this")]
    [InlineData("""{"description":{"a":[1]},"code":7}""", "[1]")]
    [InlineData("""["a"]""", "400")]
    [InlineData("""7""", "400")]
    [InlineData("""null""", "400")]
    [InlineData("""{"code":""", "400")]
    public async Task Refusal_OddBody_IsStillAnError(string body, string says)
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(Replies.Json(body, 400));
        ApiException exception = await wire.FailAsync(PowensCalls.All["connection"].RunAsync);
        Assert.Equal(ApiErrorKind.Invalid, exception.Kind);
        Assert.Contains(says, exception.Message);
    }
}
