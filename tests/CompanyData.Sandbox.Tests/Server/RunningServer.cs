using CompanyData.Sandbox.Server;
using Microsoft.AspNetCore.Builder;

namespace CompanyData.Sandbox.Tests.Server;

/// <summary>The server on a free port of loopback.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningServer(WebApplication app) => _app = app;

    public string Origin => _app.Urls.First();

    public string BaseUri => $"{Origin}/{SandboxHandler.QardPath}";

    public static async Task<RunningServer> StartAsync(params string[] arguments)
    {
        var app = SandboxServer.Create(ServerOptions.Parse(["--urls", "http://127.0.0.1:0", .. arguments]));
        await app.StartAsync();
        return new RunningServer(app);
    }

    public HttpClient CreateClient()
    {
        var client = new HttpClient { BaseAddress = new Uri(BaseUri + "/") };
        client.DefaultRequestHeaders.Add("X-API-KEY", "sandbox-key");
        return client;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
