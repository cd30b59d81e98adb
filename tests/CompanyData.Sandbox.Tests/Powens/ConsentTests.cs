using System.Net;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Powens;

/// <summary>Sources, the end of their consents, and logs.</summary>
public sealed class ConsentTests : IDisposable
{
    private readonly PowensWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Consent_OfThreeDays_EndsAndIsRenewedInTheWebview()
    {
        var path = await _world.ConnectedAsync(25);
        var source = $"{path}/sources/{path.Split('/')[^1]}";
        Assert.Equal("2024-01-18 11:30:00", (await _world.ReadAsync(source)).GetProperty("access_expire").GetString());
        Assert.Null(await _world.StateAsync(path));

        _world.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal("webauthRequired", await _world.StateAsync(path));
        Assert.Equal("webauthRequired", (await _world.ReadAsync(source)).GetProperty("state").GetString());

        var code = (await _world.ReadAsync("auth/token/code?type=singleAccess")).GetProperty("code").GetString();
        var answer = await _world.GetAsync(
            $"https://sandbox.test/powens/webview/en/reconnect?domain=sandbox.test&client_id={_world.Options.PowensClientId}&code={code}&connection_id={path.Split('/')[^1]}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Null(await _world.StateAsync(path));
        Assert.Equal("2024-01-21 11:30:00", (await _world.ReadAsync(source)).GetProperty("access_expire").GetString());
    }

    [Fact]
    public async Task Source_Disabled_IsSoUntilItIsEnabled()
    {
        const string path = "users/me/connections/1/sources/1";
        Assert.Equal("2024-01-15 11:30:00", (await _world.SendAsync("POST", path, """{"disabled":true}""")).Text("disabled"));
        Assert.Equal("2024-01-15 11:30:00", (await _world.ReadAsync("users/me/connections/1/sources")).GetProperty("sources")[0].GetProperty("disabled").GetString());
        Assert.Null((await _world.SendAsync("POST", path, "disabled=false")).Text("disabled"));
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("users/me/connections/1/sources/2")).Status);
    }

    [Fact]
    public async Task Logs_OfAllUsers_TakeTheManageTokenOfScopeUser()
    {
        await _world.BecomeNewUserAsync();
        await _world.ConnectAsync(8);
        var own = await _world.ReadAsync("logs");
        Assert.Equal("actionNeeded", Assert.Single(own.GetProperty("connectionlogs").EnumerateArray()).GetProperty("error").GetString());

        _world.Token = _world.Options.PowensUsersToken;
        Assert.Equal(3, (await _world.ReadAsync("logs")).GetProperty("total").GetInt32());
        Assert.Equal(1, (await _world.ReadAsync("logs?state=ACTIONNEEDED")).GetProperty("total").GetInt32());
        Assert.Equal(1, (await _world.ReadAsync("logs?limit=1&offset=1")).GetProperty("connectionlogs").GetArrayLength());
        _world.Token = _world.Options.PowensConfigToken;
        Assert.Equal(HttpStatusCode.Forbidden, (await _world.GetAsync("logs")).Status);
    }
}
