using System.Net;

namespace CompanyData.Transport;

/// <summary>The system's proxy, except for this machine: a key that goes to loopback in plain HTTP must not leave it.</summary>
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
