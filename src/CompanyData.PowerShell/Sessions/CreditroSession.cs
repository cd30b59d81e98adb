using CompanyData.Creditro;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>An open session on Creditro.</summary>
public sealed class CreditroSession : CompanyDataSession<CreditroClient>
{
    internal CreditroSession(CreditroClient client, HttpMessageHandler? sandbox = null)
        : base(ServiceEntry.Creditro.Name, client, sandbox)
    {
    }

    public override Uri Uri => Client.BaseUri;

    internal override UsageCounter Usage => Client.Usage;
}
