using System.Net;
using System.Net.Sockets;
using CompanyData.Sandbox;

namespace CompanyData.Simulation;

/// <summary>What lies between a process and the service: outages, requests that arrive late, responses that never arrive.</summary>
internal sealed class ServiceWire(World world, SimulatedProcess process) : HttpMessageHandler
{
    /// <summary>The README's limit is five seconds.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(4.8);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string method = request.Method.Method;
        string path = request.RequestUri!.PathAndQuery.Substring(SandboxHandler.QardPath.Length + 2);
        if (!process.Survives())
        {
            return await Never().ConfigureAwait(false);
        }

        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(CancellationToken.None).ConfigureAwait(false);
        Change? change = method == "GET" ? null : Change.From(method, path, body);
        world.Ledger.Sent(process, change);
        if (world.IsDown)
        {
            world.Story.Tell($"p{process.Number} {method} {path}: refused, the service is down");
            throw new HttpRequestException("Connection refused (simulated).", new SocketException((int)SocketError.ConnectionRefused));
        }

        if (change is not null && world.Chance(world.Plan.LateRate))
        {
            return await ArriveLateAsync(request, body, method, path, cancellationToken).ConfigureAwait(false);
        }

        HttpResponseMessage response;
        try
        {
            response = await world.Service.SendAsync(request, cancellationToken).ConfigureAwait(false);
            response = await world.DyingSyncs.PassAsync(method, path, response).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            world.Story.Tell($"p{process.Number} {method} {path}: {exception.Message}");
            throw;
        }

        world.Story.Tell($"p{process.Number} {method} {path}: {(int)response.StatusCode}");
        return process.Survives() ? response : await Never().ConfigureAwait(false);
    }

    /// <summary>A gateway holds the request for a while; its caller gets an error at once, or nothing.</summary>
    private async Task<HttpResponseMessage> ArriveLateAsync(
        HttpRequestMessage request, byte[] body, string method, string path, CancellationToken cancellationToken)
    {
        TimeSpan delay = Latest * world.Random.NextDouble();
        int status = world.Random.Next(6) switch { 0 => 502, 1 => 503, 2 => 504, 3 => 408, _ => 0 };
        world.Story.Tell($"p{process.Number} {method} {path}: {(status == 0 ? "reset" : status)}, and arrives in {delay}");
        HttpRequestMessage late = new(request.Method, request.RequestUri) { Content = new ByteArrayContent(body) };
        foreach (KeyValuePair<string, IEnumerable<string>> header in request.Headers)
        {
            late.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        world.Clock.CreateTimer(owner: null, _ => _ = ArriveAsync(late, method, path), null, delay);
        if (!process.Survives())
        {
            return await Never().ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return status == 0
            ? throw new HttpRequestException("Connection reset (simulated).", new IOException("Reset.", new SocketException((int)SocketError.ConnectionReset)))
            : new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request, Content = new ByteArrayContent([]) };
    }

    private async Task ArriveAsync(HttpRequestMessage late, string method, string path)
    {
        world.LateArrivals++;
        try
        {
            HttpResponseMessage response = await world.Service.SendAsync(late, CancellationToken.None).ConfigureAwait(false);
            world.Story.Tell($"(late) {method} {path}: {(int)response.StatusCode}");
            await world.DyingSyncs.PassAsync(method, path, response).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            // Lost after all.
        }
    }

    /// <summary>Whoever waits for this is dead.</summary>
    private static Task<HttpResponseMessage> Never() => new TaskCompletionSource<HttpResponseMessage>().Task;
}
