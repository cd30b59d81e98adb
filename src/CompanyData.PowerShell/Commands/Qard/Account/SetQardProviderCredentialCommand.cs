using System.Collections;
using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Sets a provider's credentials. They are write-only: the service never gives them back.</summary>
[Cmdlet(VerbsCommon.Set, "QardProviderCredential", SupportsShouldProcess = true)]
[OutputType(typeof(QardProvider))]
public sealed class SetQardProviderCredentialCommand : QardProviderChangeCommand
{
    private IReadOnlyDictionary<string, object?> _credentials = Tables.Read(null);

    /// <summary>Credentials by name, secrets as SecureString; Get-QardProvider lists the names in CredentialsConfig.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Credentials by name, secrets as SecureString.", Position = 1)]
    [ValidateNotNullOrEmpty]
    public Hashtable Credential { get; set; } = [];

    protected override string Change => $"Set the credentials of the Qard provider '{Name}' ({string.Join(", ", _credentials.Keys)})";

    protected override void Prepare() => _credentials = Tables.ReadSecrets(Credential);

    protected override Task ChangeAsync(QardAccount account, CancellationToken cancellationToken)
        => account.SetProviderCredentialsAsync(Name, _credentials, cancellationToken);
}
