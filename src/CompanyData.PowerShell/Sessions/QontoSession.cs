using CompanyData.Qonto;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>An open session on Qonto.</summary>
public sealed class QontoSession : CompanyDataSession<QontoClient>
{
    internal QontoSession(QontoClient client, HttpMessageHandler? sandbox = null)
        : base(ServiceEntry.Qonto.Name, client, sandbox)
    {
    }

    public override Uri Uri => Client.BaseUri;

    internal override UsageCounter Usage => Client.Usage;
}
