using CompanyData.Qonto;
using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>Opens a Qonto session from environment variables.</summary>
internal static class QontoEnvironment
{
    public const string TokenVariable = "QONTO_TOKEN";
    public const string PartnerVariable = "QONTO_PARTNER_ID";

    public static Secret? FindStagingToken() => EnvironmentVariables.Secret("QONTO_STAGING_TOKEN");

    /// <summary>Opens a session on the sandbox if there is a staging token, otherwise on production; returns null if variables are missing.</summary>
    public static QontoSession? TryOpen()
    {
        if (EnvironmentVariables.Secret(TokenVariable) is not { } token || EnvironmentVariables.Text(PartnerVariable) is not { } partner)
        {
            return null;
        }

        Secret? staging = FindStagingToken();
        ServiceOptions options = new() { BaseUri = staging is null ? QontoClient.ProductionUri : QontoClient.SandboxUri, KeyVariable = TokenVariable, Audit = ProcessAudit.Trail };
        QontoCredentials credentials = new() { Token = token, PartnerId = partner, StagingToken = staging };
        return new QontoSession(new QontoClient(options, credentials, QontoOAuthNames.Default));
    }
}
