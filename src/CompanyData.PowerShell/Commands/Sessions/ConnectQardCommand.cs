using System.Management.Automation;
using System.Security;
using CompanyData.Qard;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Sessions;

/// <summary>
/// Opens a session on Qard and makes it the default of this runspace. Sends nothing: Get-QardProfile checks the key. With -SecretName, a
/// text or the password of a credential is the key; a hashtable has ApiKey.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Qard", DefaultParameterSetName = "Environment")]
[OutputType(typeof(QardSession))]
public sealed class ConnectQardCommand : ConnectCommand
{
    /// <summary>The API key; without it and -Credential, the environment variable QARD_API_KEY.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The API key.", Position = 0, ParameterSetName = "ApiKey")]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? ApiKey { get; set; }

    /// <summary>A credential whose password is the API key.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A credential whose password is the API key.", ParameterSetName = "Credential")]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The base address of the API; by default QARD_API_URL, otherwise production.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    private protected override ServiceEntry Service => ServiceEntry.Qard;

    private protected override SecretShape Shape => new(nameof(ApiKey), nameof(ApiKey), UserName: null);

    private protected override void Take(VaultSecret secret) => ApiKey = secret.Secure(ApiKey, nameof(ApiKey));

    private protected override CompanyDataSession? Open()
    {
        SecureString? given = ApiKey ?? Credential?.Password;
        if ((given?.ToKey() ?? QardEnvironment.FindKey()) is not { } key)
        {
            return null;
        }

        ServiceOptions options = OptionsFor(
            Uri ?? QardEnvironment.FindUri(),
            EnvironmentVariables.Source(QardEnvironment.AddressVariable, Uri),
            EnvironmentVariables.Source(QardEnvironment.KeyVariable, given));
        return new QardSession(new QardClient(options, key));
    }
}
