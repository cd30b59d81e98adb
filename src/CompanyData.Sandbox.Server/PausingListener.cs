using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace CompanyData.Sandbox.Server;

/// <summary>A listener that an <see cref="Outage"/> closes and reopens on the same port when the outage is over.</summary>
internal sealed class PausingListener : IConnectionListener
{
    private const int Backlog = 512;
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(20);
    private readonly Outage _outage;
    private readonly SocketConnectionContextFactory _connections;
    private readonly CancellationTokenSource _unbound = new();
    private volatile Socket _socket;

    public PausingListener(Outage outage, SocketConnectionContextFactory connections, EndPoint endpoint)
    {
        (_outage, _connections) = (outage, connections);
        _socket = Open(endpoint);
        EndPoint = _socket.LocalEndPoint!;
    }

    public EndPoint EndPoint { get; }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                var socket = await _socket.AcceptAsync(cancellationToken);
                socket.NoDelay = true;
                var connection = _connections.Create(socket);
                _outage.Track(connection);
                return connection;
            }
            catch (Exception error) when (error is ObjectDisposedException or SocketException)
            {
                if (!await ReopenAsync())
                {
                    return null;
                }
            }
        }
    }

    public void Close() => _socket.Dispose();

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        await _unbound.CancelAsync();
        Close();
    }

    public ValueTask DisposeAsync()
    {
        _unbound.Dispose();
        _connections.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Socket Open(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        try
        {
            socket.Listen(Backlog);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <returns>False if the server is stopping.</returns>
    private async Task<bool> ReopenAsync()
    {
        while (!_unbound.IsCancellationRequested)
        {
            try
            {
                var left = _outage.Left;
                if (left > TimeSpan.Zero)
                {
                    await Task.Delay(left, _unbound.Token);
                    continue;
                }

                Close();
                _socket = Open(EndPoint);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(Retry, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        return false;
    }
}
