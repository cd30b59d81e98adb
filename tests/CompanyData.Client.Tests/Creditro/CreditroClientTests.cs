using System.Net;
using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Creditro;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Creditro;

public class CreditroClientTests
{
    private static readonly ScriptedHandler.Reply Empty = Replies.Json("""{"items":[]}""");

    [Fact]
    public async Task GetCases_Auto_PostsToTheCustomerWithTheToken()
    {
        using CreditroWire wire = new();
        Assert.Equal("c-1", Assert.Single(await wire.Then(Replies.Json("""{"items":[{"id":"c-1"}]}""")).ReadAsync()).Id);
        RecordedRequest request = Assert.Single(wire.Requests);
        Assert.Equal(("POST", "https://creditro.example.test/public/v1/customer-1"), (request.Method, request.Uri.AbsoluteUri));
        Assert.Equal($"Bearer {wire.Token}", request.Headers["Authorization"]);
        Assert.Equal(1, wire.Client.CompaniesRead);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public async Task GetCases_AutoAndPostIsRefused_GetsAndRemembers(int status)
    {
        using CreditroWire wire = new();
        wire.Then(Replies.Status(status), Empty, Empty);
        await wire.ReadAsync();
        await wire.ReadAsync();
        Assert.Equal(["POST", "GET", "GET"], wire.Methods);
        Assert.Null(wire.Requests[1].Body);
    }

    [Fact]
    public async Task GetCases_AutoAndPostWorked_IsRemembered()
    {
        using CreditroWire wire = new();
        wire.Then(Empty, Replies.Status(404));
        await wire.ReadAsync();
        Assert.Equal(ApiErrorKind.NotFound, (await wire.FailAsync()).Kind);
        Assert.Equal(["POST", "POST"], wire.Methods);
    }

    /// <summary>What answers 299 with an error in place of 405 says nothing about the method.</summary>
    [Fact]
    public async Task GetCases_AutoAndPostIsAnsweredWithoutItems_IsNotRemembered()
    {
        using CreditroWire wire = new();
        wire.Then(Replies.Json("""{"message":"Method not allowed."}""", 299), Replies.Status(405), Empty);
        Assert.Equal(ApiErrorKind.InvalidResponse, (await wire.FailAsync()).Kind);
        Assert.Empty(await wire.ReadAsync());
        Assert.Equal(["POST", "POST", "GET"], wire.Methods);
    }

    [Fact]
    public async Task GetCases_AutoAndBothAreRefused_AsksBothAgainNextTime()
    {
        using CreditroWire wire = new();
        wire.Always(Replies.Status(404));
        await wire.FailAsync();
        Assert.Equal(ApiErrorKind.NotFound, (await wire.FailAsync()).Kind);
        Assert.Equal(["POST", "GET", "POST", "GET"], wire.Methods);
    }

    [Theory]
    [InlineData(CreditroMethod.Get, "GET", 404)]
    [InlineData(CreditroMethod.Post, "POST", 405)]
    public async Task GetCases_MethodFixed_UsesNoOther(CreditroMethod method, string expected, int status)
    {
        using CreditroWire wire = new(method);
        wire.Then(Replies.Status(status));
        await wire.FailAsync();
        Assert.Equal([expected], wire.Methods);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task GetCases_Refused_IsNeitherRepeatedNorAskedOtherwise(int status)
    {
        using CreditroWire wire = new();
        wire.Then(Replies.Status(status));
        Assert.Equal(status, (int)(await wire.FailAsync()).StatusCode!);
        Assert.Equal(["POST"], wire.Methods);
    }

    [Fact]
    public async Task GetCases_CreatedWithEmptyBody_IsAnEmptyList()
    {
        using CreditroWire wire = new();
        Assert.Empty(await wire.Then(Replies.Status(201)).ReadAsync());
    }

    [Fact]
    public async Task GetCases_CreatedWithEmptyBodyOfUnknownLength_IsAnEmptyList()
    {
        using CreditroWire wire = new();
        Assert.Empty(await wire.Then(Replies.Body(() => new BreakingStream(string.Empty, breaks: false), status: 201)).ReadAsync());
        Assert.Single(wire.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"items":null}""")]
    [InlineData("""{"Items":[]}""")]
    [InlineData("[]")]
    [InlineData("""{"items":{}}""")]
    [InlineData("""{"items":["x"]}""")]
    [InlineData("")]
    public async Task GetCases_AnswerWithoutItems_IsAnError(string body)
    {
        using CreditroWire wire = new(maxRetries: 0);
        Assert.Equal(ApiErrorKind.InvalidResponse, (await wire.Then(Replies.Text(body, "application/json")).FailAsync()).Kind);
        Assert.Equal(0, wire.Client.CompaniesRead);
    }

    [Fact]
    public async Task GetCases_QuotaExceededInPlainText_WaitsTwoMinutes()
    {
        using CreditroWire wire = new();
        wire.Then(Replies.Text("API calls quota exceeded! (maximum 10 per minute)", status: 429), Empty);
        await wire.ReadAsync();
        Assert.InRange(wire.Requests[1].At - wire.Requests[0].At, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.1));
    }

    [Fact]
    public async Task GetCases_QuotaStaysExceeded_ShowsTheText()
    {
        using CreditroWire wire = new(maxRetries: 1);
        ApiException exception = await wire.Always(Replies.Text("API calls quota exceeded! (maximum 10)", status: 429)).FailAsync();
        Assert.Equal((ApiErrorKind.RateLimited, 2), (exception.Kind, exception.Attempts));
        Assert.Contains("quota exceeded", exception.Message);
        Assert.Contains("1,000 companies", exception.Remedy);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task GetCases_ServerErrors_PausesAndGivesUpAfterTheRetries(int status)
    {
        using CreditroWire wire = new(maxRetries: 3);
        ApiException exception = await wire.Always(Replies.Status(status)).FailAsync();
        Assert.Equal((ApiErrorKind.ServerError, 4), (exception.Kind, exception.Attempts));
        Assert.Equal(4, wire.Requests.Count);
        Assert.All(
            wire.Requests.Zip(wire.Requests.Skip(1), (first, second) => second.At - first.At),
            pause => Assert.InRange(pause, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(31)));
    }

    [Fact]
    public async Task GetCases_ConcurrentCallers_SendOneAtATime()
    {
        int running = 0;
        int most = 0;
        int sent = 0;
        ScriptedHandler handler = new(TimeProvider.System)
        {
            Fallback = async (_, token) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                Interlocked.Increment(ref sent);
                await Task.Delay(5, token);
                Interlocked.Decrement(ref running);
                return new(HttpStatusCode.OK) { Content = new StringContent("""{"items":[{"id":"1"},{"id":"2"}]}""") };
            },
        };
        using CreditroWire wire = new(handler: handler);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => wire.Client.ListCasesAsync(CancellationToken.None).ReadAllAsync())));
        Assert.Equal((1, 10, 20L), (most, sent, wire.Client.CompaniesRead));
    }

    [Fact]
    public async Task GetCases_OneFailed_LetsTheNextThrough()
    {
        using CreditroWire wire = new(maxRetries: 0);
        wire.Then(Replies.Status(500), Empty);
        await wire.FailAsync();
        Assert.Empty(await wire.ReadAsync());
    }

    [Fact]
    public async Task GetCases_SessionIsClosedWhileOthersWaitForTheirTurn_EndsThemAllAndSaysSo()
    {
        using CreditroWire wire = new();
        wire.Always(Replies.Hang());
        Task[] reads = [.. Enumerable.Range(0, 3).Select(_ => wire.Client.ListCasesAsync(CancellationToken.None).ReadAllAsync())];
        await wire.Clock.SettleAsync();
        wire.Client.Dispose();

        foreach (Task read in reads)
        {
            Assert.Equal(ApiErrorKind.SessionClosed, (await Assert.ThrowsAsync<ApiException>(() => Wire.SoonAsync(read))).Kind);
        }

        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task GetCases_CustomerOfStrangeCharacters_StaysOneSegment()
    {
        using CreditroWire wire = new(token: CreditroWire.TokenOf(new JsonObject { ["customer"] = "a/../b?c" }));
        await wire.Then(Empty).ReadAsync();
        Assert.Equal("/public/v1/a%2F..%2Fb%3Fc", Assert.Single(wire.Requests).Path);
    }
}
