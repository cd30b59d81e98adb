using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Qard;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qard;

public sealed class MagicSirenTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Table_OfAll_BeginsWith000() =>
        Assert.All(MagicSirens.All, magic => Assert.StartsWith("000", magic.Siren, StringComparison.Ordinal));

    [Fact]
    public async Task Siren1_AfterASync_HasAFetchErrorOfOfficersOnly()
    {
        var user = await _world.CreateSyncedUserAsync("000000001");

        Assert.Equal(
            [("COMPANY_PROFILE", "SUCCESS"), ("COMPANY_OFFICER", "FETCH_ERROR"), ("BENEFICIAL_OWNER", "SUCCESS")],
            await _world.LatestAsync(user));
        Assert.Equal("[]", (await _world.GetAsync($"users/{user}/company-officers")).Body);
        Assert.NotEqual("[]", (await _world.GetAsync($"users/{user}/beneficial-owners")).Body);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Siren2_AfterASync_NeedsConsentAgainAndThenSucceeds(bool asksForReconnection)
    {
        var user = await _world.CreateSyncedUserAsync("000000002");
        Assert.Contains(("COMPANY_OFFICER", "AUTH_ERROR"), await _world.LatestAsync(user));
        var connection = (await _world.GetAsync($"users/{user}/data-connections")).Json[0];
        Assert.Equal("AUTH_ERROR", connection.GetProperty("status").GetString());

        if (asksForReconnection)
        {
            var path = $"users/{user}/data-connections/{connection.GetProperty("id").GetString()}";
            await _world.SendAsync("PATCH", path, """{"status":"AUTH_REQUIRED"}""");
        }

        await _world.GetAsync(connection.GetProperty("redirect_url").GetString()!);
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await _world.SyncAsync(user);
        _world.Clock.Advance(World.SyncDuration);
        Assert.All(await _world.LatestAsync(user), item => Assert.Equal("SUCCESS", item.Status));
    }

    [Fact]
    public async Task Siren3_AfterASync_HasInternalErrorsOnly()
    {
        var user = await _world.CreateSyncedUserAsync("000000003");
        Assert.All(await _world.LatestAsync(user), item => Assert.Equal("INTERNAL_ERROR", item.Status));
        Assert.Equal(HttpStatusCode.NoContent, (await _world.GetAsync($"users/{user}/company-profile")).Status);
    }

    [Fact]
    public async Task Siren4_AfterDays_IsStillFetching()
    {
        var user = await _world.CreateSyncedUserAsync("000000004");
        _world.Clock.Advance(TimeSpan.FromDays(9));
        Assert.All(await _world.LatestAsync(user), item => Assert.Equal("FETCHING", item.Status));
        Assert.Equal(HttpStatusCode.Conflict, (await _world.SendAsync("POST", $"users/{user}/sync")).Status);
    }

    [Fact]
    public async Task Siren0009_AfterTheTypicalDuration_TakesTwentyTimesAsLong()
    {
        var user = await _world.CreateConnectedUserAsync("000912345");
        await _world.SyncAsync(user);
        _world.Clock.Advance((20 * World.SyncDuration) - TimeSpan.FromMilliseconds(1));
        Assert.Contains(await _world.LatestAsync(user), item => item.Status == "FETCHING");

        _world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.All(await _world.LatestAsync(user), item => Assert.Equal("SUCCESS", item.Status));
    }

    [Fact]
    public async Task Siren5_UntilTheEnd_ShowsAnEmptyList()
    {
        var user = await _world.CreateConnectedUserAsync("000000005");
        await _world.SyncAsync(user);
        _world.Clock.Advance(World.SyncDuration - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await _world.LatestAsync(user));

        _world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(3, (await _world.LatestAsync(user)).Count(item => item.Status == "SUCCESS"));
    }

    [Fact]
    public async Task Siren6_AfterSuccess_HasNoProfile()
    {
        var user = await _world.CreateSyncedUserAsync("000000006");
        Assert.Contains(("COMPANY_PROFILE", "SUCCESS"), await _world.LatestAsync(user));
        Assert.Equal(HttpStatusCode.NoContent, (await _world.GetAsync($"users/{user}/company-profile")).Status);
    }

    [Fact]
    public async Task Siren7_BeforeSuccess_IsPaused()
    {
        var user = await _world.CreateConnectedUserAsync("000000007", """["COMPANY_PROFILE"]""");
        await _world.SyncAsync(user);
        var seen = new List<string>();
        for (var tick = 0; tick < 11; tick++)
        {
            seen.AddRange((await _world.LatestAsync(user)).Select(item => item.Status));
            _world.Clock.Advance(World.SyncDuration / 10);
        }

        Assert.Equal(["QUEUED", "FETCHING", "PAUSED", "SUCCESS"], seen.Distinct());
    }

    [Fact]
    public async Task Siren8_InUserAndProfile_HasUnknownFields()
    {
        var user = await _world.CreateSyncedUserAsync("000000008");
        foreach (var path in new[] { $"users/{user}", $"users/{user}/company-profile" })
        {
            var json = (await _world.GetAsync(path)).Json;
            Assert.Equal(JsonValueKind.String, json.GetProperty("new_field").ValueKind);
            Assert.Equal(42, json.GetProperty("new_object").GetProperty("number").GetInt32());
        }
    }
}
