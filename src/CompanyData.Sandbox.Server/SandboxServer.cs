using Microsoft.AspNetCore.Connections;

namespace CompanyData.Sandbox.Server;

/// <summary>Kestrel in front of a <see cref="SandboxHandler"/>: no configuration files, no logging.</summary>
internal static class SandboxServer
{
    /// <summary>Above Qonto's file size limit, so that Qonto's own error response can be tested.</summary>
    private const long LargestBody = 64 * 1024 * 1024;

    public static WebApplication Create(ServerOptions options, SandboxHandler handler)
    {
        var sandbox = new HttpMessageInvoker(handler);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.AddSingleton<Outage>();
        builder.Services.AddSingleton<IConnectionListenerFactory>(services => services.GetRequiredService<Outage>());
        if (options.WebhookUrl is { } webhook)
        {
            builder.Services.AddHostedService(_ => new WebhookDelivery(handler, webhook));
        }

        builder.Host.UseConsoleLifetime(console => console.SuppressStatusMessages = true);

        var app = builder.Build();
        foreach (var url in options.Urls)
        {
            app.Urls.Add(url);
        }

        app.Lifetime.ApplicationStopped.Register(sandbox.Dispose);
        var outage = app.Services.GetRequiredService<Outage>();
        app.Map(ControlPages.Path, pages => pages.Run(new ControlPages(handler, outage).AnswerAsync));
        app.Run(new Forwarder(sandbox, outage).ForwardAsync);
        return app;
    }
}
