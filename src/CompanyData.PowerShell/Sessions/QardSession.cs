using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>An open session on Qard.</summary>
public sealed class QardSession : CompanyDataSession
{
    internal const string ServiceName = "Qard";

    /// <param name="client">What sends the requests.</param>
    /// <param name="sandbox">The embedded sandbox, where that is what answers.</param>
    internal QardSession(QardClient client, HttpMessageHandler? sandbox = null)
        : base(ServiceName, sandbox is not null)
    {
        Client = client;
        Sandbox = sandbox;
    }

    public override Uri Uri => Client.BaseUri;

    internal QardClient Client { get; }

    internal HttpMessageHandler? Sandbox { get; }

    internal override UsageCounter Usage => Client.Usage;

    private protected override void Release() => Client.Dispose();
}
