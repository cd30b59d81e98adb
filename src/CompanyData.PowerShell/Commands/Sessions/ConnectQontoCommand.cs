using System.Collections;
using System.Management.Automation;
using System.Security;
using CompanyData.Qonto;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Sessions;

/// <summary>
/// Opens a session on Qonto's onboarding API and makes it the default of this runspace. Sends nothing. With -SecretName, a text is the
/// token; a credential is the partner's id and the token; a hashtable can have Token, PartnerId and StagingToken.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Qonto", DefaultParameterSetName = "Token")]
[OutputType(typeof(QontoSession))]
public sealed class ConnectQontoCommand : ConnectCommand
{
    /// <summary>The partner's token; by default the environment variable QONTO_TOKEN.</summary>
    [Parameter(Position = 0, ParameterSetName = "Token")]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? Token { get; set; }

    /// <summary>The partner's id; by default the environment variable QONTO_PARTNER_ID.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? PartnerId { get; set; }

    /// <summary>The staging token, required by the sandbox; by default the environment variable QONTO_STAGING_TOKEN.</summary>
    [Parameter]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? StagingToken { get; set; }

    /// <summary>Qonto's sandbox or production.</summary>
    [Parameter]
    [ValidateSet("Sandbox", "Production")]
    public string Environment { get; set; } = "Sandbox";

    /// <summary>The base address of the API; takes precedence over -Environment.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    /// <summary>
    /// Names of the OAuth fields, which are undocumented: Parent, Enabled, ClientId, Scopes, State, RedirectUri; only those that
    /// differ from the names that this version assumes.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? OAuthFieldName { get; set; }

    private protected override ServiceEntry Service => ServiceEntry.Qonto;

    private protected override SecretShape Shape => new(nameof(Token), nameof(Token), nameof(PartnerId));

    private protected override void Take(VaultSecret secret)
    {
        Token = secret.Secure(Token, nameof(Token));
        PartnerId = secret.Text(PartnerId, nameof(PartnerId));
        StagingToken = secret.Secure(StagingToken, nameof(StagingToken));
    }

    private protected override CompanyDataSession? Open()
    {
        Secret? token = Token?.ToKey() ?? EnvironmentVariables.Secret(QontoEnvironment.TokenVariable);
        string? partner = PartnerId ?? EnvironmentVariables.Text(QontoEnvironment.PartnerVariable);
        if (token is null || partner is null)
        {
            return null;
        }

        bool isSandbox = Environment == "Sandbox";
        QontoCredentials credentials = new()
        {
            Token = token,
            PartnerId = partner,
            StagingToken = StagingToken?.ToKey() ?? (isSandbox ? QontoEnvironment.FindStagingToken() : null),
        };
        Uri uri = Uri ?? (isSandbox ? QontoClient.SandboxUri : QontoClient.ProductionUri);
        return new QontoSession(new QontoClient(OptionsFor(uri, addressVariable: null, EnvironmentVariables.Source(QontoEnvironment.TokenVariable, Token)), credentials, Names()));
    }

    private QontoOAuthNames Names()
    {
        QontoOAuthNames inferred = QontoOAuthNames.Default;
        TableFields given = new(
            nameof(OAuthFieldName),
            OAuthFieldName ?? [],
            nameof(inferred.Parent),
            nameof(inferred.Enabled),
            nameof(inferred.ClientId),
            nameof(inferred.Scopes),
            nameof(inferred.State),
            nameof(inferred.RedirectUri));
        string Name(string key, string inferredName) => given.Text(key) ?? inferredName;
        return new()
        {
            Parent = Name(nameof(inferred.Parent), inferred.Parent),
            Enabled = Name(nameof(inferred.Enabled), inferred.Enabled),
            ClientId = Name(nameof(inferred.ClientId), inferred.ClientId),
            Scopes = Name(nameof(inferred.Scopes), inferred.Scopes),
            State = Name(nameof(inferred.State), inferred.State),
            RedirectUri = Name(nameof(inferred.RedirectUri), inferred.RedirectUri),
        };
    }
}
