using System.Net;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Qard;

public sealed class ConnectionTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Create_ToAnAutoConnectingProvider_IsConnectedAtOnce()
    {
        var connection = await _world.ConnectAsync(await _world.CreateUserAsync());

        Assert.Equal("CONNECTED", connection.Text("status"));
        Assert.Equal(JsonValueKind.Null, connection.Json.GetProperty("redirect_url").ValueKind);
        Assert.Equal(
            ["id", "provider_name", "status", "redirect_url", "requested_data_types"],
            connection.Json.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Create_WithoutAutoConnect_WaitsForConsent()
    {
        await _world.SendAsync("PUT", "providers/company_legal_fr/settings", """{"auto_connect":false}""");
        var connection = await _world.ConnectAsync(await _world.CreateUserAsync());
        Assert.Equal("AUTH_REQUIRED", connection.Text("status"));
    }

    [Fact]
    public async Task Consent_AtTheRedirectUrl_LeadsOverConnectingToConnected()
    {
        var (user, connection) = await CreateWaitingAsync();
        Assert.Equal("AUTH_REQUIRED", connection.Text("status"));
        Assert.StartsWith("https://sandbox.test/qard/consent/", connection.Text("redirect_url"), StringComparison.Ordinal);
        _world.Client.DefaultRequestHeaders.Remove("X-API-KEY");

        var page = await _world.GetAsync(connection.Text("redirect_url"));
        _world.Client.DefaultRequestHeaders.Add("X-API-KEY", "sandbox-key");

        Assert.Equal("text/html", page.Message.Content.Headers.ContentType!.MediaType);
        Assert.Equal("CONNECTING", await StatusAsync(user, connection));
        _world.Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal("CONNECTING", await StatusAsync(user, connection));
        _world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("CONNECTED", await StatusAsync(user, connection));
    }

    [Fact]
    public async Task Consent_AtTheRedirectUrlOfTheUser_ConnectsAll()
    {
        var (user, connection) = await CreateWaitingAsync();
        await _world.GetAsync((await _world.GetAsync($"users/{user}")).Text("redirect_url"));
        _world.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("CONNECTED", await StatusAsync(user, connection));
    }

    [Fact]
    public async Task Consent_Twice_ChangesNothingMore()
    {
        var (user, connection) = await CreateWaitingAsync();
        await _world.GetAsync(connection.Text("redirect_url"));
        _world.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync(connection.Text("redirect_url"))).Status);
        Assert.Equal("CONNECTED", await StatusAsync(user, connection));
    }

    [Fact]
    public async Task RedirectUrl_UnderAnotherOrigin_StaysThere()
    {
        await _world.SetUpGoCardlessAsync();
        var user = await _world.CreateUserAsync();
        await _world.ConnectAsync(user, "gocardless", World.CommerceTypes);

        var list = await _world.GetAsync($"http://localhost:1234/qard/api/v6/users/{user}/data-connections");
        Assert.StartsWith(
            "http://localhost:1234/qard/consent/", list.Json[0].GetProperty("redirect_url").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"provider_name":"nobody"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"provider_name":"stripe"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"provider_name":"company_legal_fr","requested_data_types":["BANK_ACCOUNT"]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"provider_name":"company_legal_fr","requested_data_types":[7]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"provider_name":"company_legal_fr","skip_permissions":true}""", HttpStatusCode.Created)]
    public async Task Create_WithThisBody_Answers(string body, HttpStatusCode expected)
    {
        var user = await _world.CreateUserAsync();
        Assert.Equal(expected, (await _world.SendAsync("POST", $"users/{user}/data-connections", body)).Status);
    }

    [Fact]
    public async Task Create_ForTheSecondTime_Is409()
    {
        var user = await _world.CreateConnectedUserAsync();
        var again = await _world.SendAsync("POST", $"users/{user}/data-connections", """{"provider_name":"company_legal_fr"}""");
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
    }

    [Fact]
    public async Task List_OfAUser_IsABareArray()
    {
        var user = await _world.CreateConnectedUserAsync();
        Assert.Equal(1, (await _world.GetAsync($"users/{user}/data-connections")).Json.GetArrayLength());
    }

    [Fact]
    public async Task Change_OfTheStatus_DisconnectsAndReconnects()
    {
        var (user, connection) = await CreateWaitingAsync();
        var path = $"users/{user}/data-connections/{connection.Text("id")}";

        Assert.Equal("DISCONNECTED", (await _world.SendAsync("PATCH", path, """{"status":"DISCONNECTED"}""")).Text("status"));
        await _world.GetAsync(connection.Text("redirect_url"));
        Assert.Equal("DISCONNECTED", (await _world.GetAsync(path)).Text("status"));

        var waiting = await _world.SendAsync("PATCH", path, """{"status":"AUTH_REQUIRED"}""");
        Assert.Equal("AUTH_REQUIRED", waiting.Text("status"));
        await _world.GetAsync(waiting.Text("redirect_url"));
        Assert.Equal("CONNECTING", (await _world.GetAsync(path)).Text("status"));
    }

    [Theory]
    [InlineData("""{"status":"CONNECTED"}""", 422)]
    [InlineData("""{"requested_data_types":["COMPANY_PROFILE"]}""", 422)]
    [InlineData("""{"requested_data_types":["COMMERCE_ORDER"]}""", 200)]
    public async Task Change_WithThisBody_Answers(string body, int expected)
    {
        var (user, connection) = await CreateWaitingAsync();
        var answer = await _world.SendAsync("PATCH", $"users/{user}/data-connections/{connection.Text("id")}", body);
        Assert.Equal(expected, (int)answer.Status);
    }

    [Fact]
    public async Task Remove_OfAConnection_DeletesItsData()
    {
        var user = await _world.CreateSyncedUserAsync();
        var id = (await _world.GetAsync($"users/{user}/data-connections")).Json[0].GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.OK, (await _world.GetAsync($"users/{user}/company-profile")).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await _world.SendAsync("DELETE", $"users/{user}/data-connections/{id}")).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await _world.GetAsync($"users/{user}/company-profile")).Status);
        Assert.Empty(await _world.LatestAsync(user));
        Assert.Equal(HttpStatusCode.NotFound, (await _world.GetAsync($"users/{user}/data-connections/{id}")).Status);
    }

    private async Task<(string User, Answer Connection)> CreateWaitingAsync()
    {
        await _world.SetUpGoCardlessAsync();
        var user = await _world.CreateUserAsync();
        return (user, await _world.ConnectAsync(user, "gocardless", World.CommerceTypes));
    }

    private async Task<string> StatusAsync(string user, Answer connection) =>
        (await _world.GetAsync($"users/{user}/data-connections/{connection.Text("id")}")).Text("status");
}
