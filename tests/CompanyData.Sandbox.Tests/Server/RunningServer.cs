using CompanyData.Sandbox.Server;
using Microsoft.AspNetCore.Builder;

namespace CompanyData.Sandbox.Tests.Server;

/// <summary>The server on a free port of loopback.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningServer(WebApplication app, SandboxOptions sandbox, SandboxHandler handler)
    {
        (_app, Sandbox, Handler) = (app, sandbox, handler);
    }

    public SandboxOptions Sandbox { get; }

    public SandboxHandler Handler { get; }

    public string Origin => _app.Urls.First();

    public string BaseUri => $"{Origin}/{SandboxHandler.QardPath}";

    public static async Task<RunningServer> StartAsync(params string[] arguments)
    {
        var options = ServerOptions.Parse(["--urls", "http://127.0.0.1:0", .. arguments]);
        var handler = new SandboxHandler(options.Sandbox);
        var app = SandboxServer.Create(options, handler);
        await app.StartAsync();
        return new RunningServer(app, options.Sandbox, handler);
    }

    public HttpClient CreateClient()
    {
        var client = new HttpClient { BaseAddress = new Uri(BaseUri + "/") };
        client.DefaultRequestHeaders.Add("X-API-KEY", "sandbox-key");
        return client;
    }

    /// <summary>With the token of the configuration.</summary>
    public HttpClient CreatePowensClient()
    {
        var client = new HttpClient { BaseAddress = new Uri($"{Origin}/{SandboxHandler.PowensPath}/") };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Sandbox.PowensConfigToken);
        return client;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
