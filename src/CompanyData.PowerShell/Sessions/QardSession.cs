using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>An open session on Qard.</summary>
public sealed class QardSession : CompanyDataSession<QardClient>
{
    internal QardSession(QardClient client, HttpMessageHandler? sandbox = null)
        : base(ServiceEntry.Qard.Name, client, sandbox)
    {
    }

    public override Uri Uri => Client.BaseUri;

    internal override UsageCounter Usage => Client.Usage;
}
