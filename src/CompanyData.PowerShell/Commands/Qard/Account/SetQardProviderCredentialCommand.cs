using System.Collections;
using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Sets a provider's credentials. They are write-only: the service never returns them.</summary>
[Cmdlet(VerbsCommon.Set, "QardProviderCredential", SupportsShouldProcess = true)]
[OutputType(typeof(QardProvider))]
public sealed class SetQardProviderCredentialCommand : QardProviderChangeCommand
{
    /// <summary>Source: qard.md, provider settings and credentials [docs].</summary>
    private const string Infogreffe = "infogreffe";

    private IReadOnlyDictionary<string, object?> _credentials = Tables.Read(null);

    /// <summary>Credentials by name, secrets as SecureString; Get-QardProvider lists the names in CredentialsConfig.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Credentials by name, secrets as SecureString.", Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderSetupCompleter))]
    public Hashtable Credential { get; set; } = [];

    protected override string Change => $"Set the credentials of the Qard provider '{Name}' ({string.Join(", ", _credentials.Keys)})";

    protected override void Prepare()
    {
        _credentials = Tables.ReadSecrets(Credential);
        if (QardProviderSetup.Find(Name) is not { Credentials.Count: > 0 } setup)
        {
            return;
        }

        if (setup.Missing(_credentials.Keys) is { Count: > 0 } missing)
        {
            throw new ArgumentException($"{setup.Provider} needs {string.Join(", ", setup.Credentials)}; {string.Join(", ", missing)} is missing. Nothing was sent.");
        }

        WarnAboutUnknown("credential", setup.Credentials, _credentials.Keys);
        if (setup.Provider == Infogreffe)
        {
            WriteWarning("Infogreffe locks an account after repeated failed log-ins: make sure that the id and the password are right before data is collected.");
        }
    }

    protected override Task ChangeAsync(QardAccount account, CancellationToken cancellationToken)
        => account.SetProviderCredentialsAsync(Name, _credentials, cancellationToken);
}
