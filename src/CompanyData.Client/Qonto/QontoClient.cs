using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>Client of Qonto's onboarding API. One instance serves a session. Thread-safe.</summary>
public sealed class QontoClient : IDisposable
{
    /// <summary>Base address of the sandbox [seed].</summary>
    public static readonly Uri SandboxUri = new("https://thirdparty-sandbox.staging.qonto.co");

    /// <summary>Base address of production [docs].</summary>
    public static readonly Uri ProductionUri = new("https://onboarding-partners.qonto.com");

    private readonly ApiTransport _transport;

    /// <exception cref="ArgumentException">The address is not allowed.</exception>
    public QontoClient(ServiceOptions options, QontoCredentials credentials, QontoOAuthNames oAuthNames)
    {
        _transport = new ApiTransport(options, new QontoDialect(credentials, OriginRules.SameOrigin(options.BaseUri, ProductionUri)));
        OAuthNames = oAuthNames;
        QontoRequests requests = new(_transport);
        Registrations = new QontoRegistrations(_transport, requests);
        Files = new QontoRegistrationFiles(_transport, requests);
        Webhooks = new QontoWebhooks(_transport, requests);
        Events = new QontoEvents(_transport, requests);
    }

    public Uri BaseUri => _transport.BaseUri;

    public UsageCounter Usage => _transport.Usage;

    public QontoOAuthNames OAuthNames { get; }

    public QontoRegistrations Registrations { get; }

    public QontoRegistrationFiles Files { get; }

    public QontoWebhooks Webhooks { get; }

    public QontoEvents Events { get; }

    public void Dispose() => _transport.Dispose();
}
