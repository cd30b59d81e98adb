using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>An open session on Qard.</summary>
public sealed class QardSession : CompanyDataSession
{
    internal const string ServiceName = "Qard";

    internal QardSession(QardClient client, bool isSandbox)
        : base(ServiceName, isSandbox)
        => Client = client;

    public override Uri Uri => Client.BaseUri;

    internal QardClient Client { get; }

    internal override UsageCounter Usage => Client.Usage;

    private protected override void Release() => Client.Dispose();
}
