using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace CompanyData.Sandbox.Server;

/// <summary>Kestrel's listeners, which can close for a while, so that connections are really refused.</summary>
internal sealed class Outage(ILoggerFactory loggers) : IConnectionListenerFactory
{
    private readonly ConcurrentDictionary<ConnectionContext, bool> _open = new();
    private readonly ConcurrentBag<PausingListener> _listeners = [];
    private long _until;

    /// <summary>How long the port stays closed; zero or less if it is open.</summary>
    public TimeSpan Left => TimeSpan.FromMilliseconds(Interlocked.Read(ref _until) - Environment.TickCount64);

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var connections = new SocketConnectionContextFactory(new SocketConnectionFactoryOptions(), loggers.CreateLogger<Outage>());
        var listener = new PausingListener(this, connections, endpoint);
        _listeners.Add(listener);
        return new(listener);
    }

    /// <summary>Closes the port for at least this long; never shortens an existing closure.</summary>
    public void Refuse(TimeSpan duration)
    {
        var until = Environment.TickCount64 + (long)duration.TotalMilliseconds;
        if (until > Interlocked.Read(ref _until))
        {
            Interlocked.Exchange(ref _until, until);
        }

        foreach (var listener in _listeners)
        {
            listener.Close();
        }
    }

    /// <summary>Resets every connection except the one with this id.</summary>
    public void ResetOthers(string id)
    {
        foreach (var connection in _open.Keys.Where(connection => connection.ConnectionId != id))
        {
            Reset(connection.Features.Get<IConnectionSocketFeature>());
        }
    }

    /// <summary>Ends a connection with RST in place of FIN.</summary>
    public static void Reset(IConnectionSocketFeature? connection) => connection?.Socket.Close(timeout: 0);

    public void Track(ConnectionContext connection)
    {
        _open[connection] = true;
        connection.ConnectionClosed.Register(() => _open.TryRemove(connection, out _));
    }
}
