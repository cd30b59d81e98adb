using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Powens;

public sealed class ConnectionTests : IDisposable
{
    private readonly PowensWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Add_WithRightCredentials_SynchronisesOverTheClock()
    {
        await _world.BecomeNewUserAsync();
        var added = await _world.ConnectAsync(1);
        var path = $"users/me/connections/{added.Json.GetProperty("id")}";

        Assert.Equal(HttpStatusCode.Created, added.Status);
        Assert.Null(added.Text("state"));
        Assert.Null(added.Text("last_update"));
        Assert.Equal("2024-01-15 11:30:00", added.Text("created"));
        Assert.Equal(PowensWorld.Connector(1).Uuid, added.Text("connector_uuid"));
        Assert.Equal("noAccount", (await _world.GetAsync("users/me/accounts")).Text("code"));

        _world.Clock.Advance(PowensWorld.SyncDuration);
        Assert.Equal("2024-01-15 11:30:10", (await _world.ReadAsync(path)).GetProperty("last_update").GetString());
        Assert.Equal(5, (await _world.ReadAsync("users/me/accounts")).GetProperty("accounts").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"id_connector":1,"login":"user","password":"p&a=s"}""")]
    [InlineData("id_connector=1&login=user&password=p%26a%3Ds")]
    [InlineData("connector_uuid=00000000-0000-4000-8000-000000000001&login=user&password=+")]
    [InlineData("""{"id_connector":21,"website":"business","login":"user","password":"right","openday":"2024-01-01"}""")]
    public async Task Add_WithThisBody_IsFine(string body) =>
        Assert.Equal(HttpStatusCode.Created, (await _world.SendAsync("POST", "users/me/connections", body)).Status);

    [Theory]
    [InlineData("{}", "missingParameter", "connector_uuid")]
    [InlineData("""{"id_connector":1}""", "missingParameter", "login, password")]
    [InlineData("""{"id_connector":1,"login":"user","password":""}""", "missingParameter", "password")]
    [InlineData("""{"id_connector":99,"login":"user","password":"right"}""", "invalidValue", "connector_uuid")]
    [InlineData("""{"id_connector":21,"website":"public","login":"user","password":"right"}""", "invalidValue", "website")]
    [InlineData("""{"id_connector":[1]}""", "invalidValue", "id_connector")]
    [InlineData("{broken", "invalidValue", "JSON")]
    public async Task Add_WithThisBody_IsRefused(string body, string code, string named)
    {
        var answer = await _world.SendAsync("POST", "users/me/connections", body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Text("code")));
        Assert.Contains(named, answer.Text("description"), StringComparison.Ordinal);
        Assert.Equal(2, (await _world.ReadAsync("users/me/connections")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Add_WithTheWrongPassword_IsWrongpassInAnyCaseAndAddsNothing()
    {
        var codes = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var answer = await _world.ConnectAsync(1, password: "wrong");
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            codes.Add(answer.Text("code"));
        }

        Assert.Equal(["wrongpass", "wrongPass", "WRONGPASS", "wrongpass"], codes);
        Assert.Equal(2, (await _world.ReadAsync("users/me/connections")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Add_ToTheHtmlConnector_IsAPage()
    {
        var answer = await _world.ConnectAsync(18);
        Assert.Equal("text/html", answer.Message.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Change_OfThePassword_CanBreakAndRepairAConnection()
    {
        var broken = await _world.SendAsync("POST", "users/me/connections/1", """{"login":"user","password":"wrong"}""");
        Assert.Equal(HttpStatusCode.BadRequest, broken.Status);
        var state = await _world.StateAsync("users/me/connections/1");
        Assert.Equal("wrongpass", state, ignoreCase: true);
        Assert.Equal(state, (await _world.SendAsync("PUT", "users/me/connections/1")).Text("state"));

        Assert.Null((await _world.SendAsync("POST", "users/me/connections/1", "login=user&password=right")).Text("state"));
        _world.Clock.Advance(PowensWorld.SyncDuration);
        Assert.Equal("2024-01-15 11:30:10", await LastUpdateAsync("users/me/connections/1"));
    }

    [Fact]
    public async Task OneTimeCode_AskedFor_LeadsOn()
    {
        var asked = await _world.ConnectAsync(3);
        var path = $"users/me/connections/{asked.Json.GetProperty("id")}";

        Assert.Equal((HttpStatusCode.Accepted, "additionalInformationNeeded"), (asked.Status, asked.Text("state")));
        Assert.Equal("code", asked.Json.GetProperty("fields")[0].GetProperty("name").GetString());
        Assert.Equal("additionalInformationNeeded", (await _world.SendAsync("POST", path)).Text("state"));

        var wrong = await _world.SendAsync("POST", path, """{"code":"000000"}""");
        Assert.Equal((HttpStatusCode.BadRequest, "wrongpass"), (wrong.Status, wrong.Text("code")));
        Assert.Equal("wrongpass", await _world.StateAsync(path));

        var again = await _world.SendAsync("POST", path, """{"login":"user","password":"right"}""");
        Assert.Equal((HttpStatusCode.Accepted, "additionalInformationNeeded"), (again.Status, again.Text("state")));

        var right = await _world.SendAsync("POST", path, "code=123456");
        Assert.Equal(HttpStatusCode.OK, right.Status);
        Assert.Null(right.Text("state"));
        Assert.False(right.Json.TryGetProperty("fields", out _));
        _world.Clock.Advance(PowensWorld.SyncDuration);
        Assert.NotNull(await LastUpdateAsync(path));
    }

    [Theory]
    [InlineData(6, "decoupled", HttpStatusCode.Accepted)]
    [InlineData(7, "validating", HttpStatusCode.Created)]
    public async Task Connection_ThatNeedsTime_IsFineAfterAWhile(long connector, string state, HttpStatusCode status)
    {
        var added = await _world.ConnectAsync(connector);
        var path = $"users/me/connections/{added.Json.GetProperty("id")}";
        Assert.Equal((status, state), (added.Status, added.Text("state")));

        _world.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(state, (await _world.SendAsync("POST", path, """{"resume":"true"}""")).Text("state"));
        Assert.Null(await LastUpdateAsync(path));
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await _world.StateAsync(path));
        Assert.NotNull(await LastUpdateAsync(path));
    }

    [Theory]
    [InlineData(10, "rateLimiting")]
    [InlineData(11, "websiteUnavailable")]
    public async Task Connection_ThatIsRefusedForNow_IsFineAtNextTry(long connector, string state)
    {
        var path = await _world.ConnectedAsync(connector);
        Assert.Equal(state, await _world.StateAsync(path));
        Assert.Equal("2024-01-15 12:30:00", (await _world.ReadAsync(path)).GetProperty("next_try").GetString());

        _world.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(state, (await _world.SendAsync("POST", path)).Text("state"));
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(state, await _world.StateAsync(path));
        Assert.Null((await _world.SendAsync("PUT", path)).Text("state"));
    }

    [Fact]
    public async Task Connection_WithAnExpiredPassword_IsFineWithANewOne()
    {
        var path = await _world.ConnectedAsync(9);
        Assert.Equal("passwordExpired", (await _world.SendAsync("POST", path)).Text("state"));
        Assert.Null((await _world.SendAsync("POST", path, """{"password":"new"}""")).Text("state"));
    }

    [Theory]
    [InlineData(5, "SCARequired")]
    [InlineData(8, "actionNeeded")]
    [InlineData(12, "bug")]
    [InlineData(13, "quarantined")]
    public async Task Connection_ThatNeedsMore_StaysAsItIs(long connector, string state)
    {
        var path = await _world.ConnectedAsync(connector);
        _world.Clock.Advance(TimeSpan.FromDays(2));
        await _world.SendAsync("PUT", path);
        var read = await _world.ReadAsync(path);

        Assert.Equal(state, read.GetProperty("state").GetString());
        Assert.Equal(state, read.GetProperty("error").GetString());
        Assert.NotNull(read.GetProperty("error_message").GetString());
        Assert.Null(read.GetProperty("last_update").GetString());
    }

    [Theory]
    [InlineData(19, "connectionLocked")]
    [InlineData(20, "tooManySync")]
    public async Task Synchronisation_ThatIsRefused_SaysWhy(long connector, string code)
    {
        var path = await _world.ConnectedAsync(connector);
        Assert.Equal(code, (await _world.SendAsync("POST", path)).Text("code"));
        Assert.Equal(code, (await _world.SendAsync("PUT", path)).Text("code"));
        Assert.Null(await _world.StateAsync(path));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Synchronisation_AskedFor_MovesLastUpdateWhenItEnds(string method)
    {
        _world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("2024-01-15 11:30:00", (await _world.SendAsync(method, "users/me/connections/1")).Text("last_update"));

        _world.Clock.Advance(TimeSpan.FromSeconds(5));
        await _world.SendAsync(method, "users/me/connections/1");
        _world.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("2024-01-15 12:30:10", await LastUpdateAsync("users/me/connections/1"));
    }

    [Fact]
    public async Task SlowBank_AskedFor_AnswersWhenTheSynchronisationHasEnded()
    {
        _world.Options.PowensSlowBank = true;
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync("users/me/connections")).Status);
        var answer = _world.SendAsync("PUT", "users/me/connections/1");

        await _world.Clock.AdvanceAsync(TimeSpan.FromSeconds(9));
        Assert.False(answer.IsCompleted);
        await _world.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("2024-01-15 11:30:10", (await answer).Text("last_update"));
        Assert.Equal(HttpStatusCode.OK, (await _world.SendAsync("POST", "users/me/connections/1?background=true")).Status);
    }

    [Fact]
    public async Task SlowBank_ThatNobodyWaitsFor_AddsTheConnectionAllTheSame()
    {
        _world.Options.PowensSlowBank = true;
        _world.Client.DefaultRequestHeaders.Authorization = new("Bearer", _world.Token);
        using var cancellation = new CancellationTokenSource();
        var answer = _world.Client.PostAsync(
            "users/me/connections", new StringContent("""{"id_connector":1,"login":"a","password":"b"}"""), cancellation.Token);

        await _world.Clock.SettleAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await _world.Clock.SettleAsync();
        Assert.Equal(3, (await _world.ReadAsync("users/me/connections")).GetProperty("total").GetInt32());
        Assert.Equal(0, _world.Clock.TimerCount);
    }

    [Fact]
    public async Task Remove_OfAConnection_TakesItsDataAlong()
    {
        var removed = await _world.SendAsync("DELETE", "users/me/connections/1");
        Assert.Equal((HttpStatusCode.OK, 1), (removed.Status, removed.Json.GetProperty("id").GetInt64()));
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("users/me/connections/1")).Status);
        Assert.Equal("noAccount", (await _world.GetAsync("users/me/accounts")).Text("code"));
    }

    [Fact]
    public async Task Expand_OfAConnection_BringsWhatItNames()
    {
        var read = await _world.ReadAsync("users/me/connections/1?expand=connector[fields],sources,accounts,all_accounts");

        Assert.Equal("Banque Exemple", read.GetProperty("connector").GetProperty("name").GetString());
        Assert.Equal(1, read.GetProperty("sources")[0].GetProperty("id_connection").GetInt64());
        Assert.Equal(5, read.GetProperty("accounts").GetArrayLength());
        Assert.Equal(6, read.GetProperty("all_accounts").GetArrayLength());
    }

    [Fact]
    public async Task Synchronisation_AtTheBankOfErrors_IsRejectedWithEachCodeInTurn()
    {
        var path = await _world.ConnectedAsync(26);
        List<string> codes = [];
        for (var i = 0; i < 7; i++)
        {
            codes.Add((await _world.SendAsync("PUT", path)).Text("code"));
        }

        Assert.Equal(["config", "bug", "bankMessage", "notSupported", "keymanager", "dataError", "config"], codes);
    }

    [Fact]
    public async Task Logs_OfAConnection_TellWhatHappened()
    {
        var path = await _world.ConnectedAsync(10);
        _world.Clock.Advance(TimeSpan.FromDays(1));
        await _world.SendAsync("PUT", path);
        Assert.Equal(["rateLimiting"], await StatesAsync($"{path}/logs"));
        _world.Clock.Advance(PowensWorld.SyncDuration);

        var last = (await _world.ReadAsync($"{path}/logs")).GetProperty("connectionlogs")[1];
        Assert.Equal(("2024-01-16 11:30:00", "2024-01-16 11:30:10"), (last.GetProperty("start").GetString(), last.GetProperty("timestamp").GetString()));
        Assert.Equal(["rateLimiting", null], await StatesAsync($"{path}/logs"));
        Assert.Equal([null], await StatesAsync($"{path}/logs?min_date=2024-01-16"));
        Assert.Equal(["rateLimiting"], await StatesAsync($"{path}/logs?max_date=2024-01-15"));
        Assert.Equal([null], await StatesAsync($"{path}/logs?limit=1&offset=1"));

        async Task<IEnumerable<string?>> StatesAsync(string logs) => (await _world.ReadAsync(logs))
            .GetProperty("connectionlogs").EnumerateArray().Select(log => log.GetProperty("error").GetString());
    }

    [Fact]
    public async Task StrangeConnection_Read_CarriesUnknownFields() =>
        Assert.Equal(JsonValueKind.Object, (await _world.ReadAsync(await _world.ConnectedAsync(17))).GetProperty("new_object").ValueKind);

    private async Task<string?> LastUpdateAsync(string path) => (await _world.ReadAsync(path)).GetProperty("last_update").GetString();
}
