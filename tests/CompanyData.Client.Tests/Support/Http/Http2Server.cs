using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CompanyData.Client.Tests.Support;

/// <summary>Kestrel on loopback, over TLS, and nothing but HTTP/2.</summary>
internal sealed class Http2Server : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate = SelfSigned.Create();
    private readonly ConcurrentDictionary<string, int> _requests = new(StringComparer.Ordinal);

    private Http2Server(RequestDelegate answer, int streamsPerConnection)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.Http2.MaxStreamsPerConnection = streamsPerConnection;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.UseHttps(_certificate);
            });
        });
        _app = builder.Build();
        _app.Run(context =>
        {
            _requests.AddOrUpdate(context.Connection.Id, 1, (_, count) => count + 1);
            return answer(context);
        });
    }

    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    /// <summary>How many requests came over each connection.</summary>
    public IReadOnlyCollection<int> RequestsByConnection => [.. _requests.Values];

    /// <param name="answer">Answers a request.</param>
    /// <param name="streamsPerConnection">How many requests a connection takes at a time.</param>
    public static async Task<Http2Server> StartAsync(RequestDelegate answer, int streamsPerConnection = 100)
    {
        Http2Server server = new(answer, streamsPerConnection);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource now = new();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _certificate.Dispose();
    }
}
