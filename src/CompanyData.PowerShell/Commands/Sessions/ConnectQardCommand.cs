using System.Management.Automation;
using System.Security;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Sessions;

/// <summary>Opens a session on Qard and makes it the default of this runspace. It sends nothing: Get-QardProfile checks the key.</summary>
[Cmdlet(VerbsCommunications.Connect, "Qard", DefaultParameterSetName = "Environment")]
[OutputType(typeof(QardSession))]
public sealed class ConnectQardCommand : PSCmdlet
{
    /// <summary>The API key; without it, and without -Credential, the environment's QARD_API_KEY is taken.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ApiKey")]
    [ValidateNotNull]
    public SecureString? ApiKey { get; set; }

    /// <summary>A credential whose password is the API key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Credential")]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The API's address; by default that of QARD_API_URL, else production.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Uri { get; set; }

    /// <summary>How long one attempt of a request may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>How often a request that may be repeated is sent again.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaxRetry { get; set; } = 5;

    /// <summary>Emits the session, for -Session of other commands.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void EndProcessing()
    {
        try
        {
            Secret? key = (ApiKey ?? Credential?.Password)?.ToSecret() ?? QardEnvironment.FindKey();
            if (key is null)
            {
                ThrowTerminatingError(ErrorRecords.NoSession(ServiceEntry.Qard));
                return;
            }

            ServiceOptions options = new()
            {
                BaseUri = Uri ?? QardEnvironment.FindUri(),
                AttemptTimeout = TimeSpan.FromSeconds(TimeoutSec),
                MaxRetries = MaxRetry,
            };
            QardSession session = new(new QardClient(options, key));
            SessionStore.Current.Set(session);
            if (PassThru)
            {
                WriteObject(session);
            }
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, ServiceEntry.Qard.Name, Uri));
        }
    }
}
