using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qard;

/// <summary>What the sandbox cannot play: connections that differ, and a service that stumbles during a wait.</summary>
public class SyncScriptTests
{
    private const string TwoConnections = """
        [{"id":"a","provider_name":"one","status":"CONNECTED","requested_data_types":["X"]},
         {"id":"b","provider_name":"two","status":"CONNECTED","requested_data_types":["X","Y"]}]
        """;

    private static readonly QardSync Sync = QardSyncs.Current("u", ["X"]);

    [Fact]
    public async Task Wait_OneConnectionDoneAndOneNot_GoesOnAndTellsThemApart()
    {
        using Wire wire = new();
        wire.Then(
            Replies.Json(TwoConnections),
            Latest(Item("X", "a", "SUCCESS")),
            Latest(Item("X", "a", "SUCCESS"), Item("X", "b", "FETCHING"), Item("Y", "b", "QUEUED")),
            Latest(Item("X", "a", "SUCCESS"), Item("X", "b", "FETCH_ERROR"), Item("Y", "b", "QUEUED")));

        QardSyncResult result = await WaitAsync(wire);
        Assert.Equal(QardSyncResult.Partial, result.Status);
        Assert.Equal(["X"], result.DataTypes);
        Assert.Equal("provider of b", Assert.Single(result.Failures).ProviderName);
    }

    [Fact]
    public async Task Wait_UnknownStatusThatIsCompleted_IsAFailureWithThatStatus()
    {
        using Wire wire = new();
        wire.Then(
            Replies.Json("""[{"id":"a","status":"CONNECTED","requested_data_types":["X"]}]"""),
            Latest(Item("X", "a", "HALTED")),
            Latest(Item("X", "a", "HALTED", completed: true)));

        QardSyncFailure failure = Assert.Single((await WaitAsync(wire)).Failures);
        Assert.Equal("HALTED", failure.Status);
        Assert.Contains("'HALTED'", failure.Reason);
        Assert.Equal(3, wire.Requests.Count);
    }

    /// <summary>The first attempt may have started one although its response was lost: whoever reads the conflict has to know.</summary>
    [Fact]
    public async Task Start_ConflictAfterALostResponse_SaysThatTheOutcomeIsUnknown()
    {
        using Wire wire = new();
        wire.Then(Latest(Item("X", "a", "FETCHING")), Replies.Reset(), Replies.Status(409));

        ApiException conflict = await wire.FailAsync(client => client.Syncs.StartAsync("u", ["X"], CancellationToken.None));
        Assert.Equal((ApiErrorKind.Conflict, true), (conflict.Kind, conflict.OutcomeUnknown));
    }

    [Fact]
    public async Task Wait_ServiceStumblesForAWhile_GoesOn()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(
            Replies.Json(TwoConnections),
            Replies.Status(500),
            Replies.Reset(),
            Latest(Item("X", "a", "FETCHING")),
            Replies.Status(503),
            Replies.Status(429),
            Latest(Item("X", "a", "SUCCESS"), Item("X", "b", "SUCCESS")));

        Assert.Equal(QardSyncResult.Success, (await WaitAsync(wire)).Status);
    }

    [Fact]
    public async Task Wait_ServiceIsDown_IsAnErrorNotAnEndlessWait()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Json(TwoConnections)).Always(Replies.Status(500));
        Assert.Equal(ApiErrorKind.ServerError, (await Assert.ThrowsAsync<ApiException>(() => WaitAsync(wire))).Kind);
        Assert.Equal(4, wire.Requests.Count);
    }

    [Theory]
    [InlineData(401, ApiErrorKind.Unauthorized)]
    [InlineData(404, ApiErrorKind.NotFound)]
    public async Task Wait_StatusSaysNo_IsAnErrorAtOnce(int status, ApiErrorKind kind)
    {
        using Wire wire = new();
        wire.Then(Replies.Json(TwoConnections), Replies.Json("[]", status));
        Assert.Equal(kind, (await Assert.ThrowsAsync<ApiException>(() => WaitAsync(wire))).Kind);
    }

    [Fact]
    public async Task Wait_OldItemKeepsItsIdInTheNewSync_IsToldByItsTime()
    {
        using Wire wire = new();
        wire.Then(
            Latest(Item("X", "a", "SUCCESS", requestedAt: "2024-01-15 09:00:00")),
            Replies.Json("{}"),
            Replies.Json("""[{"id":"a","status":"CONNECTED","requested_data_types":["X"]}]"""),
            Latest(Item("X", "a", "SUCCESS", requestedAt: "2024-01-15 09:00:00")),
            Latest(Item("X", "a", "QUEUED", requestedAt: "2024-01-15 10:30:00")),
            Latest(Item("X", "a", "SUCCESS", requestedAt: "2024-01-15 10:30:00")));

        QardSync sync = await wire.RunAsync(client => client.Syncs.StartAsync("u", ["X"], CancellationToken.None));
        Assert.Equal(QardSyncResult.Success, (await WaitAsync(wire, sync)).Status);
        Assert.Equal(6, wire.Requests.Count);
    }

    [Theory]
    [InlineData(true, "{\"data_types\":[\"X\",\"Y\"]}")]
    [InlineData(false, "{}")]
    public async Task Start_WithOrWithoutTypes_SendsThem(bool some, string expected)
    {
        using Wire wire = new();
        wire.Then(Replies.Json("[]"), Replies.Status(202));
        await wire.RunAsync(client => client.Syncs.StartAsync("u", some ? ["X", "Y"] : [], CancellationToken.None));
        Assert.Equal(expected, wire.Requests[1].Body);
    }

    [Fact]
    public async Task Wait_ForConsentThatNeverComes_TimesOutWithTheAddress()
    {
        using Wire wire = new();
        wire.Always(Replies.Json("""{"id":"a","provider_name":"one","status":"AUTH_REQUIRED","redirect_url":"https://consent.example.test/a"}"""));
        ApiException exception = await wire.FailAsync(client => client.Connections.WaitAsync(
            ("u", "a"), TimeSpan.FromMinutes(2), CancellationToken.None));
        Assert.Equal(ApiErrorKind.WaitTimeout, exception.Kind);
        Assert.Contains("https://consent.example.test/a", exception.Remedy);
    }

    [Theory]
    [InlineData("AUTH_ERROR")]
    [InlineData("DISCONNECTED")]
    public async Task Wait_ConnectionIsRefused_EndsAtOnce(string status)
    {
        using Wire wire = new();
        wire.Then(
            Replies.Json("""{"id":"a","provider_name":"one","status":"CONNECTING"}"""),
            Replies.Json($$"""{"id":"a","provider_name":"one","status":"{{status}}"}"""));
        ApiException exception = await wire.FailAsync(client => client.Connections.WaitAsync(("u", "a"), null, CancellationToken.None));
        Assert.Equal(ApiErrorKind.ConsentRequired, exception.Kind);
        Assert.Contains(status, exception.Message);
        Assert.Contains("Set-QardDataConnection", exception.Remedy);
    }

    private static Task<QardSyncResult> WaitAsync(Wire wire, QardSync? sync = null)
        => wire.RunAsync(client => client.Syncs.WaitAsync(sync ?? Sync, TimeSpan.FromHours(1), null, CancellationToken.None));

    private static ScriptedHandler.Reply Latest(params string[] items) => Replies.Json($"[{string.Join(",", items)}]");

    private static string Item(
        string type, string connection, string status, bool completed = false, string requestedAt = "2024-01-15 10:30:00") => $$"""
        {"id":"{{type}}-{{connection}}","data_type":"{{type}}","provider_name":"provider of {{connection}}","status":"{{status}}",
         "data_connection_id":"{{connection}}","requested_at":"{{requestedAt}}","completed_at":{{(completed ? "\"2024-01-15 10:31:00\"" : "null")}}}
        """;
}
