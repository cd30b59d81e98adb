using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CompanyData.Client.Tests.Support;

/// <summary>Answers each connection on loopback with the next of the given bytes and closes it: what no handler can play.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _requests = [];

    public RawServer(params byte[][] answers)
    {
        _listener.Start();
        _ = ServeAsync(answers);
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api";

    public IReadOnlyList<string> Requests => _requests;

    public static byte[] Answer(string head, byte[] body)
        => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\nConnection: close\r\n\r\n"), .. body];

    public static byte[] Answer(string head, string body) => Answer(head, Encoding.UTF8.GetBytes(body));

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(byte[][] answers)
    {
        foreach (byte[] answer in answers)
        {
            using TcpClient client = await _listener.AcceptTcpClientAsync();
            using NetworkStream stream = client.GetStream();
            byte[] buffer = new byte[8192];
            StringBuilder request = new();
            while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                int read = await stream.ReadAsync(buffer);
                request.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }

            _requests.Add(request.ToString());
            await stream.WriteAsync(answer);
            client.Client.Shutdown(SocketShutdown.Send);
        }
    }
}
