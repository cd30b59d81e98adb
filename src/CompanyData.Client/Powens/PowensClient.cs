using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Client of the Powens API 2.0. One instance serves a session. Thread-safe.</summary>
public sealed class PowensClient : IDisposable
{
    private readonly ApiTransport _transport;

    /// <exception cref="ArgumentException">The address is not allowed.</exception>
    public PowensClient(ServiceOptions options, PowensCredentials credentials)
    {
        Credentials = credentials;
        _transport = new ApiTransport(options, new PowensDialect(credentials));
        PowensReader reader = new(_transport);
        Catalogue = new PowensCatalogue(_transport, reader);
        References = new PowensReferences(reader);
        Administration = new PowensAdministration(reader);
        Webhooks = new PowensWebhooks(_transport, reader);
        Access = new PowensAccess(_transport, credentials);
        Users = new PowensUsers(_transport, reader);
        Connections = new PowensConnections(_transport, reader);
        Sources = new PowensSources(_transport, reader);
        Accounts = new PowensAccounts(_transport, reader);
        Transactions = new PowensTransactions(_transport, reader);
        Wealth = new PowensWealth(_transport, reader);
        Documents = new PowensDocuments(_transport, reader);
    }

    public Uri BaseUri => _transport.BaseUri;

    public UsageCounter Usage => _transport.Usage;

    public TimeProvider Time => _transport.Time;

    public PowensCredentials Credentials { get; }

    public PowensCatalogue Catalogue { get; }

    public PowensReferences References { get; }

    public PowensAdministration Administration { get; }

    public PowensWebhooks Webhooks { get; }

    public PowensAccess Access { get; }

    public PowensUsers Users { get; }

    public PowensConnections Connections { get; }

    public PowensSources Sources { get; }

    public PowensAccounts Accounts { get; }

    public PowensTransactions Transactions { get; }

    public PowensWealth Wealth { get; }

    public PowensDocuments Documents { get; }

    /// <summary>Returns the base address of a domain [docs]: <c>https://{domain}.biapi.pro/2.0</c>.</summary>
    /// <exception cref="ArgumentException">The text is not a domain name.</exception>
    public static Uri UriOf(string domain)
    {
        string host = domain.EndsWith(".biapi.pro", StringComparison.OrdinalIgnoreCase) ? domain : $"{domain}.biapi.pro";
        return Uri.CheckHostName(host) == UriHostNameType.Dns
            ? new Uri($"https://{host}/2.0")
            : throw new ArgumentException($"'{domain}' is not a Powens domain, such as 'mycompany-sandbox'.");
    }

    public void Dispose() => _transport.Dispose();
}
