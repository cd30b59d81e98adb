using System.Net;

namespace CompanyData.Transport;

/// <summary>Creates the HTTP handler that a session uses.</summary>
internal static class HttpHandlers
{
#if NETSTANDARD
    /// <summary>.NET Framework opens only two connections per host by default.</summary>
    private const int MaxConnections = 256;
#endif

    /// <summary>Pools connections and accepts compressed responses. Does not follow redirects: the handler would send the key along.</summary>
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
            // Detects a connection that a VPN or a firewall dropped silently while requests wait on it.
            KeepAlivePingDelay = TimeSpan.FromSeconds(15),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            EnableMultipleHttp2Connections = true,
        };
#endif
    }
}
