using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CompanyData.Sandbox.Tests.Server;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests.Powens;

public sealed class WholeTests
{
    [Fact]
    public async Task Answers_ToTheSameCalls_AreTheSameInAnotherSandbox()
    {
        using var first = new PowensWorld();
        using var second = new PowensWorld();
        Assert.Equal(await RunAsync(first), await RunAsync(second));

        static async Task<string> RunAsync(PowensWorld world)
        {
            await world.BecomeNewUserAsync();
            await world.ConnectAsync(1);
            world.Clock.Advance(PowensWorld.SyncDuration);
            return world.Token + (await world.GetAsync("users/me/accounts")).Body
                + (await world.GetAsync("users/me/transactions?limit=1000")).Body;
        }
    }

    [Fact]
    public async Task Faults_MeetCallsAndNeverTheWebview()
    {
        using var world = new PowensWorld();
        var code = (await world.ReadAsync("auth/token/code")).GetProperty("code");
        (world.Options.FaultRate, world.Options.FaultDelay) = (1, TimeSpan.Zero);
        var page = await world.GetAsync($"/powens/webview/en/connect?domain=sandbox&client_id=sandbox-client&code={code}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var failed = 0;
        for (var i = 0; i < 20; i++)
        {
            try
            {
                failed += (await world.GetAsync("users/me/accounts")).Message.IsSuccessStatusCode ? 0 : 1;
            }
            catch (HttpRequestException)
            {
                failed++;
            }
        }

        Assert.InRange(failed, 1, 20);
    }

    [Fact]
    public async Task Users_MadeAndConnectedConcurrently_KeepApart()
    {
        using var world = new PowensWorld(options => options.SyncDuration = TimeSpan.Zero);
        var users = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            using var made = await world.Client.PostAsync("auth/init", new StringContent(world.Credentials()));
            var user = await made.Content.ReadFromJsonAsync<JsonElement>();
            using var request = new HttpRequestMessage(HttpMethod.Post, "users/me/connections")
            {
                Content = new StringContent("""{"id_connector":1,"login":"a","password":"b"}"""),
            };
            request.Headers.Authorization = new("Bearer", user.GetProperty("auth_token").GetString());
            using var connected = await world.Client.SendAsync(request);
            var connection = await connected.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(user.GetProperty("id_user").GetInt64(), connection.GetProperty("id_user").GetInt64());
            return connection.GetProperty("id").GetInt64();
        })));

        Assert.Equal(200, users.Distinct().Count());
    }

    [Fact]
    public async Task Times_InSummer_AreThoseOfParis()
    {
        using var world = new PowensWorld();
        world.Clock.Advance(TimeSpan.FromDays(180));
        await world.SendAsync("PUT", "users/me/connections/1");
        world.Clock.Advance(PowensWorld.SyncDuration);

        Assert.Equal("2024-07-13 12:30:10", (await world.ReadAsync("users/me/connections/1")).GetProperty("last_update").GetString());
    }

    [Fact]
    public async Task Server_WithPowensOptions_ServesItOnLoopback()
    {
        await using var server = await RunningServer.StartAsync(
            "--sync-duration", "0", "--powens-user-token", "u-of-a-test", "--powens-transaction-count", "3");
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = new("Bearer", "u-of-a-test");
        var origin = new Uri(server.BaseUri).GetLeftPart(UriPartial.Authority);
        var powens = $"{origin}/{SandboxHandler.PowensPath}";

        var accounts = await client.GetFromJsonAsync<JsonElement>($"{powens}/users/me/accounts");
        var page = await client.GetFromJsonAsync<JsonElement>($"{powens}/users/me/accounts/101/transactions?limit=2");
        var next = page.GetProperty("_links").GetProperty("next").GetProperty("href").GetString()!;
        var rest = await client.GetFromJsonAsync<JsonElement>(next);
        using var added = await client.PostAsync(
            $"{powens}/users/me/connections",
            new FormUrlEncodedContent([new("id_connector", "1"), new("login", "a"), new("password", "b")]));
        var code = (await client.GetFromJsonAsync<JsonElement>($"{powens}/auth/token/code")).GetProperty("code");
        using var view = await client.GetAsync(
            $"{origin}/{SandboxHandler.PowensWebviewPath}/en/manage?domain=sandbox&client_id=sandbox-client&code={code}&redirect_uri=http://localhost/&state=s");
        using var removed = await client.DeleteAsync($"{powens}/users/me");

        Assert.Equal(5, accounts.GetProperty("accounts").GetArrayLength());
        Assert.StartsWith(powens, next, StringComparison.Ordinal);
        Assert.Equal(1, rest.GetProperty("transactions").GetArrayLength());
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal("http://localhost/?state=s", view.Headers.Location!.AbsoluteUri);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }
}
