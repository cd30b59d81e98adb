using System.Net;

namespace CompanyData.Transport;

/// <summary>The connection to the network that a session keeps.</summary>
internal static class HttpHandlers
{
    /// <summary>Pools connections, takes compressed answers and follows no redirect by itself: keys must not travel along.</summary>
    public static HttpMessageHandler Create()
#if NETSTANDARD
        => new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        };
#else
        => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(30),
        };
#endif
}
