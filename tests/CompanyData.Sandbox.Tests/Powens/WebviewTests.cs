using System.Net;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Powens;

public sealed class WebviewTests : IDisposable
{
    private readonly PowensWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(11)]
    public async Task Reconnect_OfAConnection_RepairsIt(long connector)
    {
        var path = await _world.ConnectedAsync(connector);
        Assert.NotNull(await _world.StateAsync(path));

        var page = await VisitAsync("fr/reconnect", $"&connection_id={path.Split('/')[^1]}");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Status, page.Message.Content.Headers.ContentType!.MediaType));
        Assert.Null(await _world.StateAsync(path));
        _world.Clock.Advance(PowensWorld.SyncDuration);
        Assert.Equal("2024-01-15 11:30:10", (await _world.ReadAsync(path)).GetProperty("last_update").GetString());
    }

    [Fact]
    public async Task Reconnect_OfAWrongPassword_RepairsItAndOfABugDoesNot()
    {
        await _world.SendAsync("POST", "users/me/connections/1", """{"password":"wrong"}""");
        await VisitAsync("en/reconnect", "&connection_id=1");
        Assert.Null(await _world.StateAsync("users/me/connections/1"));

        var bug = await _world.ConnectedAsync(12);
        await VisitAsync("en/reconnect", $"&connection_id={bug.Split('/')[^1]}");
        Assert.Equal("bug", await _world.StateAsync(bug));
    }

    [Fact]
    public async Task Connect_WithAConnector_AddsAndCallsBack()
    {
        var page = await VisitAsync(
            "fr/connect",
            $"&connector_uuids={PowensWorld.Connector(4).Uuid}&state=a%26b&redirect_uri=https%3A%2F%2Fapp.example.test%2Fback%3Fx%3D1");

        Assert.Equal(HttpStatusCode.Found, page.Status);
        Assert.Equal("https://app.example.test/back?x=1&connection_id=3&state=a%26b", page.Message.Headers.Location!.AbsoluteUri);
        Assert.Null(await _world.StateAsync("users/me/connections/3"));
        Assert.Equal(4, (await _world.ReadAsync("users/me/connections/3")).GetProperty("id_connector").GetInt64());
    }

    [Fact]
    public async Task Connect_WithoutAConnector_AddsTheBankWhereAllGoesWell()
    {
        await VisitAsync("en/connect");
        Assert.Equal(1, (await _world.ReadAsync("users/me/connections/3")).GetProperty("id_connector").GetInt64());
    }

    [Fact]
    public async Task Visit_WithACodeUsedAlready_CallsBackWithAnError()
    {
        var code = await CodeAsync();
        Assert.Equal(HttpStatusCode.OK, (await VisitAsync("en/manage", code: code)).Status);

        var page = await VisitAsync("en/connect", "&redirect_uri=https%3A%2F%2Fapp.example.test%2F&state=s", code);
        Assert.Equal("https://app.example.test/?error=invalidValue&state=s", page.Message.Headers.Location!.AbsoluteUri);
        Assert.Equal(2, (await _world.ReadAsync("users/me/connections")).GetProperty("total").GetInt32());
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await _world.SendAsync("POST", "auth/token/access", _world.Credentials($",\"code\":\"{code}\""))).Status);
    }

    [Theory]
    [InlineData("xx/connect", "", HttpStatusCode.NotFound)]
    [InlineData("en/dance", "", HttpStatusCode.NotFound)]
    [InlineData("en/reconnect", "", HttpStatusCode.BadRequest)]
    [InlineData("en/reconnect", "&connection_id=99", HttpStatusCode.NotFound)]
    [InlineData("en/connect", "&connector_uuids=nobody", HttpStatusCode.BadRequest)]
    public async Task Visit_ThatIsWrong_IsRefused(string path, string more, HttpStatusCode expected) =>
        Assert.Equal(expected, (await VisitAsync(path, more)).Status);

    [Theory]
    [InlineData("en/connect?domain=sandbox&client_id=nobody&code=c")]
    [InlineData("en/connect?client_id=sandbox-client&code=c")]
    [InlineData("en/connect?domain=sandbox&client_id=sandbox-client")]
    public async Task Visit_WithoutWhatItNeeds_IsRefused(string pathAndQuery) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _world.GetAsync($"/{SandboxHandler.PowensWebviewPath}/{pathAndQuery}")).Status);

    private async Task<string> CodeAsync() => (await _world.ReadAsync("auth/token/code?type=singleAccess")).GetProperty("code").GetString()!;

    /// <summary>Plays the browser, which has no token.</summary>
    private async Task<Answer> VisitAsync(string path, string more = "", string? code = null)
    {
        code ??= await CodeAsync();
        var token = _world.Token;
        _world.Token = null;
        var page = await _world.GetAsync(
            $"/{SandboxHandler.PowensWebviewPath}/{path}?domain=sandbox.biapi.pro&client_id=sandbox-client&code={code}{more}");
        _world.Token = token;
        return page;
    }
}
