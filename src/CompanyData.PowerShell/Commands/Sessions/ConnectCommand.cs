using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Sessions;

/// <summary>Opens a session and makes it the default of this runspace. Sends nothing.</summary>
public abstract class ConnectCommand : PSCmdlet
{
    private protected const string SecretSet = "Secret";

    /// <summary>
    /// Name of a secret in SecretManagement. A hashtable secret contains parameters of this command; the meaning of a text and a
    /// credential depends on the service. Parameters take precedence over the secret.
    /// </summary>
    [Parameter(Mandatory = true, HelpMessage = "Name of a secret in SecretManagement.", ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    public string? SecretName { get; set; }

    /// <summary>The vault of the secret; by default all registered vaults are searched.</summary>
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultCompleter))]
    public string? Vault { get; set; }

    /// <summary>Time-out of one attempt of a request, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>Maximum number of retries of a repeatable request.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaxRetry { get; set; } = 5;

    /// <summary>Maximum number of requests per second, including retries; by default as many as the service accepts.</summary>
    [Parameter]
    [ValidateRange(0.001, 10_000.0)]
    public double MaxRequestsPerSecond { get; set; }

    /// <summary>Emits the session, for -Session of other commands.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected abstract ServiceEntry Service { get; }

    /// <summary>The meaning of a secret that is not a hashtable.</summary>
    private protected abstract SecretShape Shape { get; }

    /// <summary>Uses the values of a secret for parameters that were not given.</summary>
    /// <exception cref="ArgumentException">A value is invalid.</exception>
    private protected abstract void Take(VaultSecret secret);

    /// <returns>Null if neither parameters nor environment variables are sufficient.</returns>
    /// <exception cref="ArgumentException">A parameter or environment variable is invalid.</exception>
    private protected abstract CompanyDataSession? Open();

    protected override void BeginProcessing() => NullArguments.Reject(this, Service.Name);

    protected override void EndProcessing()
    {
        try
        {
            VaultSecret? secret = SecretName is null ? null : new(SecretName, SecretReader.Read(this, Service.Name, SecretName, Vault), Shape);
            if (secret is not null)
            {
                Take(secret);
                secret.EnsureAllKnown();
            }

            CompanyDataSession? session = Open();
            if (session is null)
            {
                ThrowTerminatingError(secret is null
                    ? ErrorRecords.NothingToConnectWith(Service.Name, Service.Variables, Service.Parameters)
                    : ErrorRecords.InvalidInput(secret.Insufficient(Service.Name, Service.Variables), Service.Name, SecretName));
                return;
            }

            SessionStore.Current.Set(session);
            WriteInformation($"Opened a session: {session}.", ["CompanyData"]);
            if (PassThru)
            {
                WriteObject(session);
            }
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, Service.Name, target: null));
        }
    }

    /// <param name="uri">The base address.</param>
    /// <param name="addressVariable">The environment variable that the address came from; null for none.</param>
    /// <param name="keyVariable">The environment variable that the key came from; null for none.</param>
    /// <param name="handler">The sandbox; null for the network.</param>
    private protected ServiceOptions OptionsFor(Uri uri, string? addressVariable, string? keyVariable, HttpMessageHandler? handler = null) => new()
    {
        BaseUri = uri,
        AddressVariable = addressVariable,
        KeyVariable = keyVariable,
        Handler = handler,
        AttemptTimeout = TimeSpan.FromSeconds(TimeoutSec),
        MaxRetries = MaxRetry,
        MaxRequestsPerSecond = MaxRequestsPerSecond > 0 ? MaxRequestsPerSecond : null,
        Audit = ProcessAudit.Trail,
    };
}
