using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qonto;

public class QontoErrorTests
{
    private const string Page = "<html><head><title>Sign in</title></head><body>Please log in</body></html>";

    [Fact]
    public async Task Get_WithStagingToken_SendsThreeHeaders()
    {
        using QontoWire wire = new();
        await wire.Then(QontoWire.Registration()).ReadAsync();
        RecordedRequest request = Assert.Single(wire.Requests);
        Assert.Equal($"Bearer {QontoWire.Token}", request.Headers["Authorization"]);
        Assert.Equal(QontoWire.Partner, request.Headers["Qonto-Partner-Id"]);
        Assert.Equal(QontoWire.StagingToken, request.Headers["X-Qonto-Staging-Token"]);
    }

    [Fact]
    public async Task Get_WithoutStagingToken_SendsTwo()
    {
        using QontoWire wire = new(staging: false);
        await wire.Then(QontoWire.Registration()).ReadAsync();
        Assert.False(Assert.Single(wire.Requests).Headers.ContainsKey("X-Qonto-Staging-Token"));
        Assert.Equal(QontoWire.Partner, wire.Requests[0].Headers["Qonto-Partner-Id"]);
    }

    [Fact]
    public async Task Get_PageInPlaceOfJsonWithoutStagingToken_NamesTheRemedy()
    {
        using QontoWire wire = new(staging: false);
        ApiException exception = await wire.Always(Replies.Html(Page)).FailToReadAsync();
        Assert.Equal(ApiErrorKind.InvalidResponse, exception.Kind);
        Assert.Contains("text/html instead of JSON", exception.Message);
        Assert.Contains("staging token is missing", exception.Remedy);
        Assert.Contains("-StagingToken", exception.Remedy);
    }

    [Fact]
    public async Task Get_RedirectToALoginPageWithoutStagingToken_NamesTheRemedyAndTakesNoTokenThere()
    {
        using QontoWire wire = new(staging: false, maxRetries: 0);
        wire.Then(Replies.Redirect("https://login.example.test/sign-in"), Replies.Html(Page));
        ApiException exception = await wire.FailToReadAsync();
        Assert.Contains("-StagingToken", exception.Remedy);
        Assert.False(wire.Requests[1].Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Create_RedirectToALoginPageWithoutStagingToken_NamesTheRemedyAndIsSentOnce()
    {
        using QontoWire wire = new(staging: false);
        ApiException exception = await wire.Then(Replies.Redirect("https://login.example.test/sign-in")).FailToCreateAsync();
        Assert.Contains("-StagingToken", exception.Remedy);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Create_PageInPlaceOfJsonWithoutStagingToken_NamesTheRemedyAndIsSentOnce()
    {
        using QontoWire wire = new(staging: false);
        ApiException exception = await wire.Then(Replies.Html(Page)).FailToCreateAsync();
        Assert.Contains("-StagingToken", exception.Remedy);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Get_PageInPlaceOfJsonWithStagingToken_BlamesNoStagingToken()
    {
        using QontoWire wire = new(maxRetries: 0);
        ApiException exception = await wire.Then(Replies.Html(Page)).FailToReadAsync();
        Assert.DoesNotContain("-StagingToken", exception.Remedy);
    }

    [Fact]
    public async Task Create_ErrorList_ShowsCodeDetailPointerAndTraceId()
    {
        using QontoWire wire = new();
        wire.Then(Replies.With(
            Replies.Json(
                """
                {"errors":[{"code":"invalid","detail":"is not an e-mail","source":{"pointer":"/partner_user/email"}},
                           {"code":"required","detail":"is missing","source":{"parameter":"locale"}},
                           {"code":"odd","detail":"without source"}],"trace_id":"trace-of-the-body"}
                """,
                422),
            response => response.Headers.Add("X-Tyk-Trace-Id", "trace-of-the-header")));

        ApiException exception = await wire.FailToCreateAsync();
        Assert.Equal((ApiErrorKind.Invalid, "invalid", "trace-of-the-header"), (exception.Kind, exception.ProviderCode, exception.RequestId));
        Assert.Contains("invalid: is not an e-mail at /partner_user/email; required: is missing at locale; odd: without source (trace id trace-of-the-body)", exception.Message);
        Assert.Contains("request id trace-of-the-header", exception.Message);
        Assert.False(exception.OutcomeUnknown);
        Assert.Single(wire.Requests);
    }

    [Theory]
    [InlineData("""{"errors":[]}""")]
    [InlineData("""{"errors":null}""")]
    [InlineData("""{"errors":[null,1,"x",[]]}""")]
    [InlineData("""{"errors":[{"source":null}]}""")]
    [InlineData("""{"errors":{"base":["x"]}}""")]
    [InlineData("""{"message":"no"}""")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("")]
    public async Task Get_ErrorOfAnotherShape_IsAnErrorAllTheSame(string body)
    {
        using QontoWire wire = new();
        ApiException exception = await wire.Then(Replies.Text(body, "application/json", 400)).FailToReadAsync();
        Assert.Equal(ApiErrorKind.Invalid, exception.Kind);
        Assert.DoesNotContain(": : ", exception.Message);
        Assert.False(exception.Message.EndsWith(": ", StringComparison.Ordinal), exception.Message);
    }

    [Fact]
    public async Task Get_ServerEchoesTheTokens_TheyAreMasked()
    {
        using QontoWire wire = new(maxRetries: 0);
        string both = $"{QontoWire.Token} {QontoWire.StagingToken}";
        wire.Then(Replies.With(
            Replies.Json("""{"errors":[{"code":"#","detail":"#","source":{"pointer":"#"}}],"trace_id":"#"}""".Replace("#", both), 400),
            response => response.Headers.Add("X-Tyk-Trace-Id", both)));
        ApiException exception = await wire.FailToReadAsync();
        string shown = string.Join(" ", exception, exception.ProviderCode, exception.ProviderMessage, exception.BodyExtract, exception.RequestId, exception.Remedy, exception.Subject);
        Assert.DoesNotContain("canary", shown);
    }

    [Fact]
    public async Task Get_Unauthorized_IsNotRepeated()
    {
        using QontoWire wire = new();
        ApiException exception = await wire.Then(Replies.Json("""{"errors":[{"code":"unauthorized","detail":"no"}]}""", 401)).FailToReadAsync();
        Assert.Equal(ApiErrorKind.Unauthorized, exception.Kind);
        Assert.Contains("Connect-Qonto", exception.Remedy);
        Assert.Single(wire.Requests);
    }
}
