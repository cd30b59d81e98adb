using System.Net;
using System.Text;
using System.Text.Json;
using CompanyData.Tests.VirtualTime;

namespace CompanyData.Sandbox.Tests.Support;

/// <summary>A sandbox under a manual clock, and the calls that tests repeat.</summary>
internal sealed class World : IDisposable
{
    public static readonly TimeSpan SyncDuration = TimeSpan.FromSeconds(10);
    public const string CompanyTypes = """["COMPANY_PROFILE","COMPANY_OFFICER","BENEFICIAL_OWNER"]""";
    public const string CommerceTypes =
        """["COMMERCE_TRANSACTION","COMMERCE_SUBSCRIPTION","COMMERCE_TRANSACTION_INSIGHT","COMMERCE_SUBSCRIPTION_INSIGHT"]""";

    public World(Action<SandboxOptions>? configure = null)
    {
        Options = new SandboxOptions { Time = Clock, SyncDuration = SyncDuration };
        configure?.Invoke(Options);
        Handler = new SandboxHandler(Options);
        Client = new HttpClient(Handler) { BaseAddress = new Uri(SandboxOptions.Origin, SandboxHandler.QardPath + "/") };
        Client.DefaultRequestHeaders.Add("X-API-KEY", Options.QardApiKey);
    }

    public VirtualTimeProvider Clock { get; } = new();

    public SandboxOptions Options { get; }

    public SandboxHandler Handler { get; }

    public HttpClient Client { get; }

    public void Dispose() => Client.Dispose();

    public async Task<Answer> SendAsync(string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        var response = await Client.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public Task<Answer> GetAsync(string path) => SendAsync("GET", path);

    public async Task<string> CreateUserAsync(string siren = "123456789", string name = "Example Company SAS")
    {
        var answer = await SendAsync("POST", "users/legal", JsonSerializer.Serialize(new { name, siren }));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Text("id");
    }

    public async Task<Answer> ConnectAsync(string user, string provider = "company_legal_fr", string types = CompanyTypes)
    {
        var answer = await SendAsync(
            "POST", $"users/{user}/data-connections", $$"""{"provider_name":"{{provider}}","requested_data_types":{{types}}}""");
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer;
    }

    /// <summary>A user with a connection to the company register.</summary>
    public async Task<string> CreateConnectedUserAsync(string siren = "123456789", string types = CompanyTypes)
    {
        var user = await CreateUserAsync(siren);
        await ConnectAsync(user, types: types);
        return user;
    }

    public async Task SyncAsync(string user, string body = "{}") =>
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("POST", $"users/{user}/sync", body)).Status);

    /// <summary>A user whose register data is there to read.</summary>
    public async Task<string> CreateSyncedUserAsync(string siren = "123456789", string types = CompanyTypes)
    {
        var user = await CreateConnectedUserAsync(siren, types);
        await SyncAsync(user);
        Clock.Advance(SyncDuration);
        return user;
    }

    public async Task SetUpGoCardlessAsync()
    {
        await SendAsync(
            "PUT",
            "providers/gocardless/credentials",
            """{"credentials":{"is_sandbox":true,"client_id":"id-of-a-test","client_secret":"secret-of-a-test"}}""");
        await SendAsync("PUT", "providers/gocardless/settings", """{"auto_connect":true}""");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("PUT", "providers/gocardless", """{"enable":true}""")).Status);
    }

    /// <summary>A user whose commerce data is there to read.</summary>
    public async Task<string> CreateCommerceUserAsync(string types = CommerceTypes)
    {
        await SetUpGoCardlessAsync();
        var user = await CreateUserAsync();
        var connection = await ConnectAsync(user, "gocardless", types);
        await GetAsync(connection.Text("redirect_url"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await SyncAsync(user);
        Clock.Advance(SyncDuration);
        return user;
    }

    public async Task<IReadOnlyList<(string Type, string Status)>> LatestAsync(string user) =>
        [.. (await GetAsync($"users/{user}/sync/latest")).Json.EnumerateArray()
            .Select(item => (item.GetProperty("data_type").GetString()!, item.GetProperty("status").GetString()!))];
}
