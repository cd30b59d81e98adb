namespace CompanyData.Sandbox.Server;

/// <summary>Kestrel in front of a <see cref="SandboxHandler"/>, and nothing else: no configuration files, no logging.</summary>
internal static class SandboxServer
{
    public static WebApplication Create(ServerOptions options)
    {
        var sandbox = new HttpMessageInvoker(new SandboxHandler(options.Sandbox));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Host.UseConsoleLifetime(console => console.SuppressStatusMessages = true);

        var app = builder.Build();
        foreach (var url in options.Urls)
        {
            app.Urls.Add(url);
        }

        app.Lifetime.ApplicationStopped.Register(sandbox.Dispose);
        app.Run(new Forwarder(sandbox).ForwardAsync);
        return app;
    }
}
