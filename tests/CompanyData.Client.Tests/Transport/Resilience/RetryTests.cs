using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class RetryTests
{
    private const string Profile = """{"name":"Example"}""";

    [Theory]
    [InlineData("500")]
    [InlineData("502")]
    [InlineData("503")]
    [InlineData("504")]
    [InlineData("408")]
    [InlineData("429")]
    [InlineData("reset")]
    [InlineData("refused")]
    [InlineData("truncated")]
    [InlineData("empty")]
    [InlineData("connect time-out")]
    public async Task Read_StumblesOnce_IsRepeated(string stumble)
    {
        using Wire wire = new();
        wire.Then(Reply(stumble), Replies.Json(Profile));

        Assert.Equal("Example", (await wire.ReadAsync()).Name);
        Assert.Equal(2, wire.Requests.Count);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("503")]
    [InlineData("429")]
    [InlineData("reset")]
    [InlineData("refused")]
    [InlineData("connect time-out")]
    public async Task Change_StumblesOnce_IsRepeatedWithItsBody(string stumble)
    {
        using Wire wire = new();
        wire.Then(Reply(stumble), Replies.Json("""{"name":"E"}"""));

        await wire.RunAsync(client => client.Account.EnableProviderAsync("stripe", true, CancellationToken.None));
        Assert.Equal(2, wire.Requests.Count);
        Assert.All(wire.Requests, request => Assert.Equal("""{"enable":true}""", request.Body));
    }

    [Fact]
    public async Task Change_AnswerIsEmpty_IsDone()
    {
        using Wire wire = new();
        wire.Then(Replies.Status(200));

        await wire.RunAsync(client => client.Account.EnableProviderAsync("stripe", true, CancellationToken.None));
        Assert.Single(wire.Requests);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("502")]
    [InlineData("503")]
    [InlineData("504")]
    [InlineData("408")]
    [InlineData("reset")]
    [InlineData("truncated")]
    [InlineData("empty")]
    [InlineData("connect time-out")]
    public async Task Create_AmbiguousFailure_IsNotRepeated(string stumble)
    {
        using Wire wire = new();
        wire.Always(Reply(stumble));

        ApiException exception = await wire.FailToCreateAsync();
        Assert.Equal(ApiErrorKind.OutcomeUnknown, exception.Kind);
        Assert.Single(wire.Requests);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("refused")]
    public async Task Create_FailsWithoutEffect_IsRepeated(string stumble)
    {
        using Wire wire = new();
        wire.Then(Reply(stumble), Reply(stumble), Replies.Json("""{"id":"7"}""", 201));

        QardUser user = await wire.RunAsync(client => client.Users.CreateAsync(
            new QardNewNaturalUser { FirstName = "Test", LastName = "Person" }, CancellationToken.None));
        Assert.Equal("7", user.Id);
        Assert.Equal(3, wire.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(422)]
    [InlineData(501)]
    public async Task Read_Refused_IsNotRepeated(int status)
    {
        using Wire wire = new();
        wire.Always(Replies.Json("{}", status));

        ApiException exception = await wire.FailToReadAsync();
        Assert.Single(wire.Requests);
        Assert.Equal(1, exception.Attempts);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Read_KeyRefusedAndAnswerCutOff_IsNotRepeated(int status)
    {
        using Wire wire = new();
        wire.Always(Replies.Body(() => new BreakingStream("{\"error_mess"), status: status));

        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal(ApiErrorKind.Unauthorized, exception.Kind);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Read_FailsForEver_StopsAfterMaxRetriesAndSaysSo()
    {
        using Wire wire = new(maxRetries: 3);
        wire.Always(Replies.Status(503));

        ApiException exception = await wire.FailToReadAsync();
        Assert.Equal(4, wire.Requests.Count);
        Assert.Equal(4, exception.Attempts);
        Assert.Contains("after 4 attempts", exception.Message);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("429")]
    [InlineData("reset")]
    public async Task Read_MaxRetriesZero_IsSentOnce(string stumble)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Always(Reply(stumble));

        ApiException exception = await wire.FailToReadAsync();
        Assert.Single(wire.Requests);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task Read_FailsForEver_WaitsLongerEachTime()
    {
        using Wire wire = new(maxRetries: 5);
        wire.Always(Replies.Status(500));
        await wire.FailToReadAsync();

        double[] waits = [.. wire.Requests.Zip(wire.Requests.Skip(1), (a, b) => (b.At - a.At).TotalSeconds)];
        Assert.Equal(5, waits.Length);
        for (int i = 0; i < waits.Length; i++)
        {
            double ceiling = 0.5 * Math.Pow(2, i);
            Assert.InRange(waits[i], ceiling / 2, ceiling);
        }
    }

    [Fact]
    public async Task Read_BodyBreaksInTheMiddle_IsRepeated()
    {
        using Wire wire = new();
        wire.Then(Replies.Body(() => new BreakingStream("{\"name\":")), Replies.Json(Profile));

        Assert.Equal("Example", (await wire.ReadAsync()).Name);
    }

    private static ScriptedHandler.Reply Reply(string stumble) => stumble switch
    {
        "reset" => Replies.Reset(),
        "refused" => Replies.Refused(),
        "truncated" => Replies.Json("{\"name\":\"Exa"),
        "empty" => Replies.Status(200),
        // What SocketsHttpHandler throws when its ConnectTimeout is over.
        "connect time-out" => (_, _) => throw new TaskCanceledException("The operation was canceled.", new TimeoutException("A connection could not be established.")),
        _ => Replies.Status(int.Parse(stumble)),
    };
}
