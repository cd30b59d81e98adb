using System.Management.Automation;
using System.Security;
using CompanyData.Qard;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Sessions;

/// <summary>
/// Opens a session on Qard and makes it the default of this runspace. It sends nothing: Get-QardProfile checks the key. With -SecretName, a
/// text or the password of a credential is the key; a hashtable names ApiKey.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Qard", DefaultParameterSetName = "Environment")]
[OutputType(typeof(QardSession))]
public sealed class ConnectQardCommand : ConnectCommand
{
    /// <summary>The API key; without it, and without -Credential, the environment's QARD_API_KEY is taken.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The API key.", Position = 0, ParameterSetName = "ApiKey")]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? ApiKey { get; set; }

    /// <summary>A credential whose password is the API key.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A credential whose password is the API key.", ParameterSetName = "Credential")]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The API's address; by default that of QARD_API_URL, else production.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    private protected override ServiceEntry Service => ServiceEntry.Qard;

    private protected override SecretShape Shape => new(nameof(ApiKey), nameof(ApiKey), UserName: null);

    private protected override void Take(VaultSecret secret) => ApiKey = secret.Secure(ApiKey, nameof(ApiKey));

    private protected override CompanyDataSession? Open()
    {
        Secret? key = (ApiKey ?? Credential?.Password)?.ToKey() ?? QardEnvironment.FindKey();
        return key is null ? null : new QardSession(new QardClient(OptionsFor(Uri ?? QardEnvironment.FindUri()), key));
    }
}
