using CompanyData.Client.Tests.Support;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Powens;

/// <summary>A user is billed and a code works once: neither is ever sent again blindly.</summary>
public class RepeatTests
{
    private const string Listed = """{"connections":[{"id":1}]}""";
    private const string Appeared = """{"connections":[{"id":1},{"id":2,"state":"SCARequired"}]}""";

    public static TheoryData<string, string> LostAnswers
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string call in (string[])["init", "renew", "exchange", "answer"])
            {
                foreach (string how in (string[])["reset", "hang", "500", "503", "408", "empty", "html", "cut off"])
                {
                    data.Add(call, how);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task Call_AnswerIsLost_IsSentOnceAndItsOutcomeIsUnknown(string name, string how)
    {
        using PowensWire wire = new();
        wire.Always(Lost(how));

        ApiException exception = await wire.FailAsync(PowensCalls.All[name].RunAsync);

        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.True(exception.OutcomeUnknown);
        Assert.Equal(1, exception.Attempts);
        Assert.NotNull(exception.Remedy);
        Assert.Equal("POST", Assert.Single(wire.Requests).Method);
    }

    [Fact]
    public async Task CreateUser_AnswerIsLost_SaysHowToLook()
    {
        using PowensWire wire = new();
        wire.Always(Replies.Reset());
        Assert.Contains("Get-PowensUser", (await wire.FailAsync(PowensCalls.All["init"].RunAsync)).Remedy);
    }

    /// <summary>What certainly did not take effect may be sent again.</summary>
    [Theory]
    [InlineData("429")]
    [InlineData("refused")]
    public async Task CreateUser_CertainlyNotDone_IsSentAgain(string how)
    {
        using PowensWire wire = new();
        wire.Then(how == "429" ? Replies.RetryAfter("2") : Replies.Refused(), Replies.Json("""{"auth_token":"t","id_user":7}"""));

        Assert.Equal("7", (await wire.RunAsync(client => client.Access.CreateUserAsync(CancellationToken.None))).UserId);
        Assert.Equal(2, wire.Requests.Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"auth_token":null}""")]
    [InlineData("""{"auth_token":"","code":" "}""")]
    public async Task CreateUser_AnswerWithoutAToken_IsAnErrorAfterOnePost(string answer)
    {
        using PowensWire wire = new();
        wire.Always(Replies.Json(answer));

        ApiException exception = await wire.FailAsync(PowensCalls.All["init"].RunAsync);

        Assert.Contains("no token", exception.Message);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Connect_AnswerIsLostAndItIsThere_GivesThatOneAfterOnePost()
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json(Listed), Replies.Reset(), Replies.Json(Appeared));

        Assert.Equal("2", (await wire.ConnectAsync()).Id);
        Assert.Equal(1, wire.Handler.CountOf("POST"));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("408")]
    [InlineData("502")]
    [InlineData("503")]
    [InlineData("504")]
    public async Task Connect_AnswerIsLostAndItIsNotThere_LooksSeveralTimesAndIsNotSentAgain(string how)
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json(Listed), Lost(how)).Always(Replies.Json(Listed));

        ApiException exception = await wire.FailAsync(client => client.Connections.CreateAsync("me", "c", PowensWire.Fields("p-1-2-3"), false, CancellationToken.None));

        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.Equal(["GET", "POST", "GET", "GET", "GET", "GET"], wire.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Connect_AnswerIsLostAndLookingFails_OutcomeIsUnknownAfterOnePost()
    {
        using PowensWire wire = new(maxRetries: 1);
        wire.Then(Replies.Json(Listed), Replies.Reset()).Always(Replies.Status(500));

        ApiException exception = await wire.FailAsync(client => client.Connections.CreateAsync("me", "c", PowensWire.Fields("p-1-2-3"), false, CancellationToken.None));

        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.Contains("Get-PowensConnection", exception.Remedy);
        Assert.Equal(1, wire.Handler.CountOf("POST"));
    }

    [Theory]
    [InlineData("synchronise")]
    [InlineData("force")]
    [InlineData("resume")]
    [InlineData("change account")]
    [InlineData("change transaction")]
    [InlineData("set config")]
    [InlineData("code")]
    [InlineData("transactions")]
    public async Task Call_EndsInTheSameStateHoweverOften_IsSentAgain(string name)
    {
        PowensCall call = PowensCalls.All[name];
        using PowensWire wire = new();
        wire.Then(Replies.Reset(), Replies.Json(call.Answer));

        await wire.RunAsync(call.RunAsync);

        Assert.Equal(2, wire.Requests.Count);
    }

    [Theory]
    [InlineData("remove user")]
    [InlineData("remove connection")]
    public async Task Remove_AnswerIsLostAndItIsGone_IsDone(string name)
    {
        using PowensWire wire = new();
        wire.Then(Replies.Reset(), Replies.Json("""{"code":"notFound"}""", 404));

        await wire.RunAsync(PowensCalls.All[name].RunAsync);

        Assert.Equal(2, wire.Requests.Count);
    }

    [Theory]
    [InlineData("remove user")]
    [InlineData("remove connection")]
    public async Task Remove_Unknown_IsNotFound(string name)
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json("""{"code":"notFound"}""", 404));

        Assert.Equal(ApiErrorKind.NotFound, (await wire.FailAsync(PowensCalls.All[name].RunAsync)).Kind);
    }

    private static ScriptedHandler.Reply Lost(string how) => how switch
    {
        "reset" => Replies.Reset(),
        "hang" => Replies.Hang(),
        "empty" => Replies.Text(string.Empty, "application/json"),
        "html" => Replies.Html("<h1>Welcome</h1>"),
        "cut off" => Replies.Body(() => new BreakingStream("""{"auth_token":"ca""")),
        _ => Replies.Status(int.Parse(how)),
    };
}
