using System.Net;

namespace CompanyData.Transport;

/// <summary>The connection to the network that a session keeps.</summary>
internal static class HttpHandlers
{
#if NETSTANDARD
    /// <summary>.NET Framework opens two connections to a host, whatever runs side by side.</summary>
    private const int MaxConnections = 256;
#endif

    /// <summary>Pools connections, takes compressed answers and follows no redirect by itself: keys must not travel along.</summary>
    public static HttpMessageHandler Create(Uri address)
    {
#if NETSTANDARD
        LoopbackBypassProxy proxy = new(WebRequest.DefaultWebProxy);
        ServicePointManager.FindServicePoint(address, proxy).ConnectionLimit = MaxConnections;
        return new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            Proxy = proxy,
        };
#else
        _ = address;
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            Proxy = new LoopbackBypassProxy(HttpClient.DefaultProxy),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(30),
            // A connection that a VPN or a firewall has dropped in silence is noticed while requests wait on it.
            KeepAlivePingDelay = TimeSpan.FromSeconds(15),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            EnableMultipleHttp2Connections = true,
        };
#endif
    }
}
