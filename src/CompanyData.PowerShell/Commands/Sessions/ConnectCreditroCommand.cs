using System.Management.Automation;
using System.Security;
using CompanyData.Creditro;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Sessions;

/// <summary>
/// Opens a session on Creditro and makes it the default of this runspace. The token is checked locally, not sent: a token that is not a JWT or
/// has no customer is rejected. With -SecretName, a text or the password of a credential is the token; a hashtable has Token.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Creditro", DefaultParameterSetName = "Token")]
[OutputType(typeof(CreditroSession))]
public sealed class ConnectCreditroCommand : ConnectCommand
{
    public ConnectCreditroCommand() => MaxRetry = CreditroEnvironment.MaxRetries;

    /// <summary>The API token; by default the environment variable CREDITRO_API_TOKEN.</summary>
    [Parameter(Position = 0, ParameterSetName = "Token")]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? Token { get; set; }

    /// <summary>The base address of the API, including its path; by default CREDITRO_PUBLIC_API_URL, otherwise the published host.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    /// <summary>HTTP method for reading cases. The documents disagree: Auto uses POST as in the sample and falls back to GET.</summary>
    [Parameter]
    public CreditroMethod Method { get; set; } = CreditroMethod.Auto;

    private protected override ServiceEntry Service => ServiceEntry.Creditro;

    private protected override SecretShape Shape => new(nameof(Token), nameof(Token), UserName: null);

    private protected override void Take(VaultSecret secret) => Token = secret.Secure(Token, nameof(Token));

    private protected override CompanyDataSession? Open()
    {
        if ((Token?.ToKey() ?? EnvironmentVariables.Secret(CreditroEnvironment.TokenVariable)) is not { } token)
        {
            return null;
        }

        ServiceOptions options = OptionsFor(
            Uri ?? CreditroEnvironment.FindUri(),
            EnvironmentVariables.Source(CreditroEnvironment.AddressVariable, Uri),
            EnvironmentVariables.Source(CreditroEnvironment.TokenVariable, Token));
        return new CreditroSession(new CreditroClient(options, token, Method));
    }
}
