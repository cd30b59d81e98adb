using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CompanyData.Sandbox.Powens;
using CompanyData.Tests.VirtualTime;

namespace CompanyData.Sandbox.Tests.Support;

/// <summary>The Powens side of a sandbox under a manual clock. Its client carries the token of user 1.</summary>
internal sealed class PowensWorld : IDisposable
{
    public static readonly TimeSpan SyncDuration = TimeSpan.FromSeconds(10);

    public PowensWorld(Action<SandboxOptions>? configure = null)
    {
        Options = new SandboxOptions { Time = Clock, SyncDuration = SyncDuration };
        configure?.Invoke(Options);
        Handler = new SandboxHandler(Options);
        Client = new HttpClient(Handler) { BaseAddress = new Uri(SandboxOptions.Origin, SandboxHandler.PowensPath + "/") };
        Token = Options.PowensUserToken;
    }

    public VirtualTimeProvider Clock { get; } = new();

    public SandboxOptions Options { get; }

    public SandboxHandler Handler { get; }

    public HttpClient Client { get; }

    /// <summary>What calls carry as their token; null for none.</summary>
    public string? Token { get; set; }

    public void Dispose() => Client.Dispose();

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Below the base URL, or an absolute one.</param>
    /// <param name="body">JSON, or a form where it does not begin with a brace.</param>
    public async Task<Answer> SendAsync(string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        if (body is not null)
        {
            request.Content = new StringContent(
                body, Encoding.UTF8, body.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded");
        }

        var response = await Client.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public Task<Answer> GetAsync(string path) => SendAsync("GET", path);

    public async Task<JsonElement> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {answer.Status} {answer.Body}");
        return answer.Json;
    }

    /// <summary>A new user, whose token is used from then on.</summary>
    public async Task<long> BecomeNewUserAsync()
    {
        var answer = await SendAsync("POST", "auth/init", Credentials());
        Token = answer.Text("auth_token");
        return answer.Json.GetProperty("id_user").GetInt64();
    }

    /// <summary>The client's id and secret, and what else a body shall hold.</summary>
    public string Credentials(string more = "") =>
        $$"""{"client_id":"{{Options.PowensClientId}}","client_secret":"{{Options.PowensClientSecret}}"{{more}}}""";

    public static MagicConnector Connector(long id) => MagicConnectors.All.Single(connector => connector.Id == id);

    public Task<Answer> ConnectAsync(long connector, string login = "user", string password = "right") => SendAsync(
        "POST",
        "users/me/connections",
        $$"""{"connector_uuid":"{{Connector(connector).Uuid}}","login":"{{login}}","password":"{{password}}"}""");

    /// <summary>The path of a new connection.</summary>
    public async Task<string> ConnectedAsync(long connector)
    {
        var answer = await ConnectAsync(connector);
        Assert.True(answer.Message.IsSuccessStatusCode, answer.Body);
        return $"users/me/connections/{answer.Json.GetProperty("id")}";
    }

    public async Task<string?> StateAsync(string connection) => (await ReadAsync(connection)).GetProperty("state").GetString();
}
