using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CompanyData.Sandbox.Tests.Support;

/// <summary>What came over a socket, byte by byte, and how it ended.</summary>
/// <param name="Head">The status line and the headers; empty where none came.</param>
/// <param name="Body">As it was framed.</param>
/// <param name="IsReset">Whether the connection ended with RST.</param>
internal sealed record WireAnswer(string Head, string Body, bool IsReset)
{
    public string StatusLine => Head.Split("\r\n")[0];

    public string? Header(string name) => Head.Split("\r\n").Skip(1)
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .SingleOrDefault();

    /// <exception cref="SocketException">The connection was refused.</exception>
    public static async Task<WireAnswer> ReadAsync(Uri uri, string method = "GET", string body = "")
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, uri.Port, timeout.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.UTF8.GetBytes(
                $"{method} {uri.PathAndQuery} HTTP/1.1\r\nHost: {uri.Authority}\r\nX-API-KEY: sandbox-key\r\nConnection: close\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"),
            timeout.Token);
        var received = new MemoryStream();
        var isReset = false;
        try
        {
            await stream.CopyToAsync(received, timeout.Token);
        }
        catch (IOException error) when (error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            isReset = true;
        }

        var parts = Encoding.UTF8.GetString(received.ToArray()).Split("\r\n\r\n", 2);
        return new WireAnswer(parts[0], parts.ElementAtOrDefault(1) ?? "", isReset);
    }
}
