using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace CompanyData.Client.Tests.Support;

/// <summary>A server on loopback that speaks TLS with a certificate that nobody vouches for, and counts what gets through to it.</summary>
internal sealed class TlsServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private int _bytes;
    private int _handshakes;

    /// <param name="host">Whom the certificate names.</param>
    /// <param name="expired">Whether it ended yesterday.</param>
    public TlsServer(string host = "localhost", bool expired = false)
    {
        _certificate = SelfSigned.Create(host, expired);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address => $"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    /// <summary>Bytes of requests that arrived; none where the client turned away.</summary>
    public int Bytes => Volatile.Read(ref _bytes);

    /// <summary>Connections that came.</summary>
    public int Handshakes => Volatile.Read(ref _handshakes);

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _handshakes);
                using SslStream stream = new(client.GetStream());
                await stream.AuthenticateAsServerAsync(_certificate);
                Interlocked.Add(ref _bytes, await stream.ReadAsync(new byte[4096]));
                await stream.WriteAsync(RawServer.Answer("200 OK\r\nContent-Type: application/json", "{}"));
            }
            catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client turned away, which is what it should do.
            }
            catch (Exception exception) when (exception is ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }
}
