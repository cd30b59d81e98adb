using CompanyData.Creditro;
using CompanyData.Powens;
using CompanyData.Qard;
using CompanyData.Qonto;
using CompanyData.Redaction;
using CompanyData.Sandbox;
using CompanyData.Transport;

namespace CompanyData.Benchmarks;

/// <summary>Clients of the sandbox's services over any handler.</summary>
internal static class Sessions
{
    public static readonly SandboxOptions Sandbox = new() { SyncDuration = TimeSpan.Zero, CreditroCaseCount = 100 };

    public static QardClient Qard(HttpMessageHandler handler) => new(Options(SandboxHandler.QardPath, handler), new Secret(Sandbox.QardApiKey));

    public static PowensClient Powens(HttpMessageHandler handler)
        => new(Options(SandboxHandler.PowensPath, handler), new PowensCredentials { UserToken = new Secret(Sandbox.PowensUserToken) });

    public static QontoClient Qonto(HttpMessageHandler handler) => new(
        Options(SandboxHandler.QontoPath, handler),
        new() { Token = new Secret(Sandbox.QontoToken), PartnerId = Sandbox.QontoPartnerId, StagingToken = new Secret(Sandbox.QontoStagingToken) },
        QontoOAuthNames.Default);

    public static CreditroClient Creditro(HttpMessageHandler handler)
        => new(Options(SandboxHandler.CreditroPath, handler), new Secret(Sandbox.CreditroToken), CreditroMethod.Auto);

    public static ServiceOptions Options(string path, HttpMessageHandler handler)
        => new() { BaseUri = new Uri(SandboxOptions.Origin, path), Handler = handler };
}
