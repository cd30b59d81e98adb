using System.Net;
using System.Net.Sockets;

namespace CompanyData.Client.Tests.Support;

/// <summary>Passes connections on to a port until it is told to go silent: as where a VPN or a firewall drops them, nothing comes and nothing is closed.</summary>
internal sealed class SilentRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private CancellationTokenSource _silence = new();
    private int _connections;

    /// <param name="port">Where connections go.</param>
    public SilentRelay(int port)
    {
        _listener.Start();
        _ = ServeAsync(port);
    }

    public string Address => $"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>From here on nothing passes over the connections that there are; new ones are passed on.</summary>
    public void DropAll()
    {
        lock (_lock)
        {
            _silence.Cancel();
            _silence = new();
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
    }

    private async Task ServeAsync(int port)
    {
        try
        {
            while (true)
            {
                TcpClient near = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _ = ConnectAsync(near, port);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // It is over.
        }
    }

    private async Task ConnectAsync(TcpClient near, int port)
    {
        CancellationToken silence;
        lock (_lock)
        {
            silence = _silence.Token;
        }

        using (near)
        using (TcpClient far = new())
        {
            await far.ConnectAsync(IPAddress.Loopback, port);
            await Task.WhenAny(PassAsync(near, far, silence), PassAsync(far, near, silence));
            if (silence.IsCancellationRequested)
            {
                await Task.Delay(Timeout.Infinite, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task PassAsync(TcpClient from, TcpClient to, CancellationToken silence)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, silence) is var read and > 0)
            {
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), silence);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One of the two has closed it, or it is silent.
        }
    }
}
