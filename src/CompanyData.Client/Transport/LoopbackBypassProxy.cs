using System.Net;

namespace CompanyData.Transport;

/// <summary>The system proxy, bypassed for loopback: a key sent to loopback over plain HTTP must not leave the machine.</summary>
internal sealed class LoopbackBypassProxy(IWebProxy? system) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => system?.Credentials;
        set => throw new NotSupportedException();
    }

#if NETSTANDARD
    public Uri GetProxy(Uri destination) => IsBypassed(destination) ? destination : system!.GetProxy(destination);
#else
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : system!.GetProxy(destination);
#endif

    public bool IsBypassed(Uri host) => system is null || host.IsLoopback || system.IsBypassed(host);
}
