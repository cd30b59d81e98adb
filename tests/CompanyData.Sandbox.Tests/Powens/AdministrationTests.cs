using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Powens;

/// <summary>Webhooks with their deliveries, changes of the configuration, and usage.</summary>
public sealed class AdministrationTests : IDisposable
{
    private readonly PowensWorld _world = new();

    public AdministrationTests() => _world.Token = _world.Options.PowensConfigToken;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Webhook_OfSynchronisations_HasADeliveryForEach()
    {
        await _world.SendAsync("POST", "webhooks/auth?type=hmac_signature&name=hook");
        var made = await _world.SendAsync("POST", "webhooks", """{"url":"https://hooks.example.test/","event":"CONNECTION_SYNCED","id_auth":1,"id_user":1}""");
        Assert.Equal(HttpStatusCode.OK, made.Status);
        await _world.SendAsync("POST", "webhooks", """{"url":"https://fail.example.test/","event":"CONNECTION_SYNCED"}""");

        _world.Clock.Advance(TimeSpan.FromHours(1));
        _world.Token = _world.Options.PowensUserToken;
        await _world.SendAsync("PUT", "users/me/connections/1?psu_requested=false");
        _world.Clock.Advance(PowensWorld.SyncDuration);
        _world.Token = _world.Options.PowensConfigToken;

        var taken = (await _world.ReadAsync("webhooks/1/logs?min_date=2024-01-15%2012:00:00")).GetProperty("webhooklogs");
        Assert.Equal(200, Assert.Single(taken.EnumerateArray()).GetProperty("response_code").GetInt32());
        var failed = (await _world.ReadAsync("webhooks/2/logs?id_user=1&min_date=2024-01-15%2012:00:00")).GetProperty("webhooklogs");
        Assert.Equal("2024-01-15 13:30:10", Assert.Single(failed.EnumerateArray()).GetProperty("next_try").GetString());
    }

    [Fact]
    public async Task Webhook_ChangedAndRemoved_IsGone()
    {
        await _world.SendAsync("POST", "webhooks", "url=https%3A%2F%2Fhooks.example.test%2F&event=USER_CREATED");
        Assert.Equal("USER_DELETED", (await _world.SendAsync("POST", "webhooks/1", """{"event":"USER_DELETED"}""")).Text("event"));
        Assert.Equal(1, (await _world.ReadAsync("webhooks")).GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.NoContent, (await _world.SendAsync("DELETE", "webhooks/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("webhooks/1/logs")).Status);
    }

    [Theory]
    [InlineData("""{"event":"X"}""", "missingParameter")]
    [InlineData("""{"url":"https://hooks.example.test/"}""", "missingParameter")]
    [InlineData("""{"url":"http://hooks.example.test/","event":"X"}""", "invalidValue")]
    [InlineData("""{"url":"https://hooks.example.test/","event":"X","id_auth":9}""", "invalidValue")]
    public async Task Webhook_WithThisBody_IsRefused(string body, string code) =>
        Assert.Equal((HttpStatusCode.BadRequest, code), ((await _world.SendAsync("POST", "webhooks", body)).Status, (await _world.SendAsync("POST", "webhooks", body)).Text("code")));

    [Fact]
    public async Task Secrets_InTheList_DoNotShowThemselves()
    {
        await _world.SendAsync("POST", "webhooks/auth?type=hmac_signature&name=hook");
        var secret = Assert.Single((await _world.ReadAsync("webhooks/auth")).GetProperty("authproviders").EnumerateArray());
        Assert.Equal("hook", secret.GetProperty("name").GetString());
        Assert.False(secret.TryGetProperty("config", out _));
    }

    [Fact]
    public async Task Configuration_Changed_IsLogged()
    {
        await _world.SendAsync("POST", "config", """{"autosync.frequency":"12","a.b":true}""");
        var changes = (await _world.ReadAsync("config/logs")).GetProperty("configlogs").EnumerateArray().ToList();
        Assert.Equal(["update", "add"], changes.Select(change => change.GetProperty("type").GetString()));
        Assert.Equal(("24", "12"), (changes[0].GetProperty("previous_value").GetString(), changes[0].GetProperty("new_value").GetString()));
        Assert.Equal(JsonValueKind.Null, changes[1].GetProperty("previous_value").ValueKind);
        Assert.Equal(1, (await _world.ReadAsync("config/logs?search=autosync&type=update")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Invoicing_NothingAskedFor_IsEmpty()
    {
        _world.Token = _world.Options.PowensInvoicingToken;
        Assert.Equal("{}", (await _world.GetAsync("invoicing")).Body);
        Assert.Equal("""{"connections_synced":2}""", (await _world.GetAsync("invoicing?connections_synced")).Body);
        Assert.Equal(1, (await _world.ReadAsync("invoicing?all")).GetProperty("users_bank").GetInt32());
        Assert.Equal("""{"users_synced":[1],"connections_synced":[1,2]}""", (await _world.GetAsync("invoicing?users_synced&connections_synced&detail")).Body);
        _world.Token = _world.Options.PowensConfigToken;
        Assert.Equal(HttpStatusCode.Forbidden, (await _world.GetAsync("invoicing?all")).Status);
    }

    [Fact]
    public async Task Owners_NotEnabled_AreRefused()
    {
        await _world.SendAsync("POST", "config", """{"account_ownerships.enabled":false}""");
        _world.Token = _world.Options.PowensUserToken;
        Assert.Equal("notSupported", (await _world.GetAsync("users/me/account_ownerships")).Text("code"));
    }
}
