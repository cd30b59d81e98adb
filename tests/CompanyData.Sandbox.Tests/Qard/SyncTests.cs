using System.Net;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qard;

public sealed class SyncTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Latest_RightAfterTheStart_IsStillEmpty()
    {
        var user = await _world.CreateConnectedUserAsync();
        await _world.SyncAsync(user);

        Assert.Empty(await _world.LatestAsync(user));
    }

    [Fact]
    public async Task Latest_RightAfterASecondStart_StillShowsTheOldSuccess()
    {
        var user = await _world.CreateSyncedUserAsync();
        await _world.SyncAsync(user);
        Assert.All(await _world.LatestAsync(user), item => Assert.Equal("SUCCESS", item.Status));

        _world.Clock.Advance(World.SyncDuration / 10);
        Assert.All(await _world.LatestAsync(user), item => Assert.NotEqual("SUCCESS", item.Status));
    }

    [Fact]
    public async Task Latest_AsTimeGoesBy_EndsOneTypeAfterTheOther()
    {
        var user = await _world.CreateConnectedUserAsync();
        await _world.SyncAsync(user);

        var seen = new List<string>();
        for (var tick = 0; tick < 20; tick++)
        {
            seen.Add(string.Join(' ', (await _world.LatestAsync(user)).Select(item => item.Status)));
            _world.Clock.Advance(World.SyncDuration / 20);
        }

        seen.Add(string.Join(' ', (await _world.LatestAsync(user)).Select(item => item.Status)));
        Assert.Equal(
            [
                "",
                "FETCHING QUEUED QUEUED",
                "SUCCESS QUEUED QUEUED",
                "SUCCESS FETCHING QUEUED",
                "SUCCESS SUCCESS QUEUED",
                "SUCCESS SUCCESS FETCHING",
                "SUCCESS SUCCESS SUCCESS",
            ],
            seen.Distinct());
        Assert.NotEqual(seen[^2], seen[^1]);
    }

    [Fact]
    public async Task Latest_OfAnEndedItem_HasTheFieldsOfTheSeed()
    {
        var user = await _world.CreateSyncedUserAsync();
        var item = (await _world.GetAsync($"users/{user}/sync/latest")).Json[2];

        Assert.Equal(
            ["id", "data_type", "provider_name", "status", "data_connection_id", "requested_at", "completed_at"],
            item.EnumerateObject().Select(field => field.Name));
        Assert.Equal("company_legal_fr", item.GetProperty("provider_name").GetString());
        Assert.Equal("2024-01-15 10:30:00", item.GetProperty("requested_at").GetString());
        Assert.Equal("2024-01-15 10:30:10", item.GetProperty("completed_at").GetString());
    }

    [Fact]
    public async Task Latest_InFlight_HasNoCompletedAt()
    {
        var user = await _world.CreateConnectedUserAsync();
        await _world.SyncAsync(user);
        _world.Clock.Advance(World.SyncDuration / 10);

        var item = (await _world.GetAsync($"users/{user}/sync/latest")).Json[0];
        Assert.Equal(System.Text.Json.JsonValueKind.Null, item.GetProperty("completed_at").ValueKind);
    }

    [Fact]
    public async Task Start_WithATypeInFlight_Is409()
    {
        var user = await _world.CreateConnectedUserAsync();
        await _world.SyncAsync(user, """{"data_types":["COMPANY_PROFILE"]}""");

        var again = await _world.SendAsync("POST", $"users/{user}/sync", """{"data_types":["COMPANY_PROFILE"]}""");
        var other = await _world.SendAsync("POST", $"users/{user}/sync", """{"data_types":["COMPANY_OFFICER"]}""");

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    [Fact]
    public async Task Start_WithoutABody_SynchronisesEverything()
    {
        var user = await _world.CreateConnectedUserAsync();
        Assert.Equal(HttpStatusCode.OK, (await _world.SendAsync("POST", $"users/{user}/sync")).Status);
        _world.Clock.Advance(World.SyncDuration);

        Assert.Equal(
            ["COMPANY_PROFILE", "COMPANY_OFFICER", "BENEFICIAL_OWNER"],
            (await _world.LatestAsync(user)).Select(item => item.Type));
    }

    [Fact]
    public async Task Start_OfAnInsight_PullsTheTypeItDependsOn()
    {
        await _world.SetUpGoCardlessAsync();
        var user = await _world.CreateUserAsync();
        var connection = await _world.ConnectAsync(user, "gocardless", """["COMMERCE_TRANSACTION_INSIGHT"]""");
        await _world.GetAsync(connection.Text("redirect_url"));
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await _world.SyncAsync(user, """{"data_types":["COMMERCE_TRANSACTION_INSIGHT"]}""");
        _world.Clock.Advance(World.SyncDuration);

        Assert.Equal(
            [("COMMERCE_TRANSACTION", "SUCCESS"), ("COMMERCE_TRANSACTION_INSIGHT", "SUCCESS")],
            await _world.LatestAsync(user));
    }

    [Fact]
    public async Task Start_WithoutAConnectedConnection_YieldsNoItems()
    {
        await _world.SetUpGoCardlessAsync();
        var user = await _world.CreateUserAsync();
        await _world.ConnectAsync(user, "gocardless", World.CommerceTypes);
        await _world.SyncAsync(user);
        _world.Clock.Advance(World.SyncDuration);

        Assert.Empty(await _world.LatestAsync(user));
    }

    [Theory]
    [InlineData("""{"data_types":["COMPANY_HOROSCOPE"]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"data_types":"COMPANY_PROFILE"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    public async Task Start_WithAnInvalidBody_IsRefused(string body, HttpStatusCode expected)
    {
        var user = await _world.CreateConnectedUserAsync();
        Assert.Equal(expected, (await _world.SendAsync("POST", $"users/{user}/sync", body)).Status);
    }

    [Fact]
    public async Task History_OfTwoSyncs_IsPagedNewestFirst()
    {
        var user = await _world.CreateSyncedUserAsync();
        await _world.SyncAsync(user, """{"data_types":["COMPANY_PROFILE"]}""");
        _world.Clock.Advance(World.SyncDuration);

        var page = (await _world.GetAsync($"users/{user}/sync?per_page=3")).Json;
        Assert.Equal(4, page.GetProperty("total").GetInt32());
        Assert.Equal(2, page.GetProperty("last_page").GetInt32());
        Assert.Equal("2024-01-15 10:30:10", page.GetProperty("result")[0].GetProperty("requested_at").GetString());
        Assert.Equal(3, (await _world.LatestAsync(user)).Count);
    }
}
