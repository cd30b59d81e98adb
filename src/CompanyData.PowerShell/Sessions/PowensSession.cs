using CompanyData.Json;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>An open session on Powens.</summary>
public sealed class PowensSession : CompanyDataSession<PowensClient>
{
    internal PowensSession(PowensClient client, HttpMessageHandler? sandbox = null)
        : base(ServiceEntry.Powens.Name, client, sandbox)
    {
    }

    public override Uri Uri => Client.BaseUri;

    /// <summary>The scopes for which the session has a token.</summary>
    public ValueList<string> Scopes => new(Client.Credentials.Scopes);

    internal override UsageCounter Usage => Client.Usage;
}
