using System.Net;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Powens;

public sealed class AccessTests : IDisposable
{
    private readonly PowensWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("GET", "config")]
    [InlineData("GET", "users")]
    [InlineData("GET", "users/me")]
    [InlineData("GET", "users/me/connections")]
    [InlineData("GET", "users/me/accounts")]
    [InlineData("GET", "users/me/transactions?limit=1")]
    [InlineData("GET", "users/me/documents?limit=1")]
    [InlineData("GET", "auth/token/code")]
    [InlineData("POST", "webhooks/auth?type=hmac_signature&name=hook")]
    public async Task Call_WithoutAToken_Is401AndWithAWrongOne403(string method, string path)
    {
        _world.Token = null;
        Assert.Equal((HttpStatusCode.Unauthorized, "unauthorized"), await CodeAsync(method, path));
        _world.Token = "token-of-nobody";
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), await CodeAsync(method, path));
        _world.Token = _world.Options.PowensInvoicingToken;
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), await CodeAsync(method, path));
        _world.Token = _world.Options.PowensCategorizationToken;
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), await CodeAsync(method, path));
    }

    [Theory]
    [InlineData("config", "sandbox-config-token")]
    [InlineData("users", "sandbox-users-token")]
    [InlineData("users/me", "sandbox-user-token")]
    public async Task Call_WithTheTokenOfItsScope_IsAnsweredAndWithNoOther(string path, string token)
    {
        foreach (var other in new[] { "sandbox-config-token", "sandbox-users-token", "sandbox-user-token" })
        {
            _world.Token = other;
            Assert.Equal(
                other == token ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                (await _world.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Config_Searched_HasTheKeysThatFit()
    {
        _world.Token = _world.Options.PowensConfigToken;
        var all = await _world.ReadAsync("config");
        var some = await _world.ReadAsync("config?search=WEBVIEW");

        Assert.True(all.EnumerateObject().Count() > 5);
        Assert.Equal(["webview.languages", "webview.theme"], some.EnumerateObject().Select(field => field.Name));
    }

    [Theory]
    [InlineData("""{"autosync.frequency":"6","a.new.key":7}""", "7")]
    [InlineData("autosync.frequency=6&a.new.key=seven+and+more", "seven and more")]
    public async Task Config_Changed_HoldsTheChange(string body, string expected)
    {
        _world.Token = _world.Options.PowensConfigToken;
        Assert.Equal(HttpStatusCode.OK, (await _world.SendAsync("POST", "config", body)).Status);

        var config = await _world.ReadAsync("config");
        Assert.Equal("6", config.GetProperty("autosync.frequency").GetString());
        Assert.Equal(expected, config.GetProperty("a.new.key").ToString());
    }

    [Fact]
    public async Task WebhookSecret_OfAName_IsInItsConfig()
    {
        _world.Token = _world.Options.PowensConfigToken;
        var answer = await _world.SendAsync("POST", "webhooks/auth?type=hmac_signature&name=hook");

        Assert.StartsWith("sandbox-webhook-secret-", answer.Json.GetProperty("config").GetProperty("secret_key").GetString(), StringComparison.Ordinal);
        Assert.Equal("missingParameter", (await _world.SendAsync("POST", "webhooks/auth?type=hmac_signature")).Text("code"));
        Assert.Equal("invalidValue", (await _world.SendAsync("POST", "webhooks/auth?type=rot13&name=hook")).Text("code"));
    }

    [Fact]
    public async Task Init_WithTheClientsSecret_MakesAUserForEver()
    {
        _world.Token = null;
        var answer = await _world.SendAsync("POST", "auth/init", _world.Credentials());
        _world.Clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal("permanent", answer.Text("type"));
        Assert.Equal(2, answer.Json.GetProperty("id_user").GetInt64());
        _world.Token = answer.Text("auth_token");
        Assert.Equal(2, (await _world.ReadAsync("users/me")).GetProperty("id").GetInt64());
        Assert.Equal(HttpStatusCode.Forbidden, (await _world.GetAsync("users/1")).Status);
        Assert.Equal((HttpStatusCode.BadRequest, "noAccount"), await CodeAsync("GET", "users/me/accounts"));
    }

    [Fact]
    public async Task Init_WithoutAClient_MakesAUserForHalfAnHour()
    {
        _world.Token = null;
        var answer = await _world.SendAsync("POST", "auth/init");

        Assert.Equal("temporary", answer.Text("type"));
        Assert.Equal(1800, answer.Json.GetProperty("expires_in").GetInt32());
        _world.Token = answer.Text("auth_token");
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync("users/me")).Status);
        _world.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Forbidden, (await _world.GetAsync("users/me")).Status);
    }

    [Theory]
    [InlineData("""{"client_id":"sandbox-client","client_secret":"no"}""")]
    [InlineData("""{"client_id":"no","client_secret":"sandbox-client-secret"}""")]
    [InlineData("client_secret=sandbox-client-secret")]
    public async Task Init_WithAWrongClient_IsRefusedAndMakesNoUser(string body)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _world.SendAsync("POST", "auth/init", body)).Status);
        _world.Token = _world.Options.PowensUsersToken;
        Assert.Equal(1, (await _world.ReadAsync("users")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Renew_WithRevokePrevious_LeavesTheNewTokenAlone()
    {
        var user = await _world.BecomeNewUserAsync();
        var renewed = await _world.SendAsync("POST", "auth/renew", _world.Credentials($$""","grant_type":"client_credentials","id_user":{{user}}"""));
        Assert.Equal("Bearer", renewed.Text("token_type"));
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync("users/me")).Status);

        var last = await _world.SendAsync(
            "POST",
            "auth/renew",
            $"client_id=sandbox-client&client_secret=sandbox-client-secret&grant_type=client_credentials&id_user={user}&revoke_previous=true");

        Assert.Equal(HttpStatusCode.Forbidden, (await _world.GetAsync("users/me")).Status);
        _world.Token = renewed.Text("access_token");
        Assert.Equal(HttpStatusCode.Forbidden, (await _world.GetAsync("users/me")).Status);
        _world.Token = last.Text("access_token");
        Assert.Equal(user, (await _world.ReadAsync("users/me")).GetProperty("id").GetInt64());
    }

    [Theory]
    [InlineData("""{"client_id":"sandbox-client","grant_type":"client_credentials"}""", "missingParameter", "client_secret")]
    [InlineData("""{"client_id":"sandbox-client","client_secret":"sandbox-client-secret"}""", "missingParameter", "grant_type")]
    [InlineData("""{"client_id":"sandbox-client","client_secret":"sandbox-client-secret","grant_type":"password"}""", "invalidValue", "grant_type")]
    public async Task Renew_WithThisBody_IsRefused(string body, string code, string named)
    {
        var answer = await _world.SendAsync("POST", "auth/renew", body);
        Assert.Equal(code, answer.Text("code"));
        Assert.Contains(named, answer.Text("description"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_Exchanged_WorksExactlyOnce()
    {
        var code = await _world.ReadAsync("auth/token/code?type=singleAccess");
        Assert.Equal("single", code.GetProperty("access").GetString());
        Assert.Equal("temporary", code.GetProperty("type").GetString());
        var body = _world.Credentials($",\"grant_type\":\"authorization_code\",\"code\":\"{code.GetProperty("code")}\"");

        var first = await _world.SendAsync("POST", "auth/token/access", body);
        var second = await _world.SendAsync("POST", "auth/token/access", body);

        Assert.Equal((HttpStatusCode.BadRequest, "invalidValue"), (second.Status, second.Text("code")));
        _world.Token = first.Text("access_token");
        Assert.Equal(1, (await _world.ReadAsync("users/me")).GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Code_AfterHalfAnHour_IsRefused()
    {
        var code = (await _world.ReadAsync("auth/token/code")).GetProperty("code");
        _world.Clock.Advance(TimeSpan.FromMinutes(30));
        var body = _world.Credentials($",\"code\":\"{code}\"");
        Assert.Equal(HttpStatusCode.BadRequest, (await _world.SendAsync("POST", "auth/token/access", body)).Status);
    }

    [Fact]
    public async Task Revoke_OfATokenMadeOrGiven_EndsIt()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _world.SendAsync("DELETE", "auth/token")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _world.GetAsync("users/me")).Status);

        await _world.BecomeNewUserAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await _world.SendAsync("DELETE", "auth/token")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _world.SendAsync("DELETE", "auth/token")).Status);
    }

    [Fact]
    public async Task User_Removed_IsGoneWithItsToken()
    {
        await _world.BecomeNewUserAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await _world.SendAsync("DELETE", "users/me")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _world.GetAsync("users/me")).Status);

        _world.Token = _world.Options.PowensUsersToken;
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync("users/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync("users/2")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _world.SendAsync("DELETE", "users/1")).Status);
        Assert.Equal(0, (await _world.ReadAsync("users")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task OtherValues_WhereConfigured_AreTheOnesThatCount()
    {
        using var world = new PowensWorld(options => (options.PowensUserToken, options.PowensConfigToken) = ("u-of-a-test", "c-of-a-test"));
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync("users/me")).Status);
        world.Token = "c-of-a-test";
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync("config")).Status);
    }

    private async Task<(HttpStatusCode Status, string Code)> CodeAsync(string method, string path)
    {
        var answer = await _world.SendAsync(method, path);
        return (answer.Status, answer.Text("code"));
    }
}
