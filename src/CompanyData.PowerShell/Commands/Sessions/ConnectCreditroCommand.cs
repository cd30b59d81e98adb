using System.Management.Automation;
using System.Security;
using CompanyData.Creditro;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Sessions;

/// <summary>
/// Opens a session on Creditro and makes it the default of this runspace. The token is looked at, not sent: one that is no JWT or
/// lacks the customer is refused here. With -SecretName, a text or the password of a credential is the token; a hashtable names Token.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Creditro", DefaultParameterSetName = "Token")]
[OutputType(typeof(CreditroSession))]
public sealed class ConnectCreditroCommand : ConnectCommand
{
    public ConnectCreditroCommand() => MaxRetry = CreditroEnvironment.MaxRetries;

    /// <summary>The API token; without it, the environment's CREDITRO_API_TOKEN is taken.</summary>
    [Parameter(Position = 0, ParameterSetName = "Token")]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? Token { get; set; }

    /// <summary>The API's whole address, path prefix included; by default that of CREDITRO_PUBLIC_API_URL, else the published host.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    /// <summary>How cases are asked for. The documents disagree: Auto posts as the sample does, and falls back to GET.</summary>
    [Parameter]
    public CreditroMethod Method { get; set; } = CreditroMethod.Auto;

    private protected override ServiceEntry Service => ServiceEntry.Creditro;

    private protected override SecretShape Shape => new(nameof(Token), nameof(Token), UserName: null);

    private protected override void Take(VaultSecret secret) => Token = secret.Secure(Token, nameof(Token));

    private protected override CompanyDataSession? Open()
    {
        Secret? token = Token?.ToKey() ?? EnvironmentVariables.Secret(CreditroEnvironment.TokenVariable);
        return token is null ? null : new CreditroSession(new CreditroClient(OptionsFor(Uri ?? CreditroEnvironment.FindUri()), token, Method));
    }
}
