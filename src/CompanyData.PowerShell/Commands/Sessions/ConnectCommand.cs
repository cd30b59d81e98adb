using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Sessions;

/// <summary>Opens a session and makes it the default of this runspace. It sends nothing.</summary>
public abstract class ConnectCommand : PSCmdlet
{
    private protected const string SecretSet = "Secret";

    /// <summary>
    /// The name of a secret that SecretManagement keeps. A hashtable secret names parameters of this command; what a text and a
    /// credential stand for, each service says. What is given as a parameter goes before what the secret holds.
    /// </summary>
    [Parameter(Mandatory = true, HelpMessage = "The name of a secret that SecretManagement keeps.", ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    public string? SecretName { get; set; }

    /// <summary>The vault that the secret is in; without it, every registered vault is looked in.</summary>
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultCompleter))]
    public string? Vault { get; set; }

    /// <summary>How long one attempt of a request may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>How often a request that may be repeated is sent again.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaxRetry { get; set; } = 5;

    /// <summary>How many requests the session sends per second at most, repeats included; without it as many as the service accepts.</summary>
    [Parameter]
    [ValidateRange(0.001, 10_000.0)]
    public double MaxRequestsPerSecond { get; set; }

    /// <summary>Emits the session, for -Session of other commands.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected abstract ServiceEntry Service { get; }

    /// <summary>What a secret stands for that names no parameter.</summary>
    private protected abstract SecretShape Shape { get; }

    /// <summary>Takes the values of a secret for the parameters that were not given.</summary>
    /// <exception cref="ArgumentException">A value cannot be used.</exception>
    private protected abstract void Take(VaultSecret secret);

    /// <returns>Null where neither the parameters nor the environment say enough.</returns>
    /// <exception cref="ArgumentException">What they say cannot be used.</exception>
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

    private protected ServiceOptions OptionsFor(Uri uri, HttpMessageHandler? handler = null) => new()
    {
        BaseUri = uri,
        Handler = handler,
        AttemptTimeout = TimeSpan.FromSeconds(TimeoutSec),
        MaxRetries = MaxRetry,
        MaxRequestsPerSecond = MaxRequestsPerSecond > 0 ? MaxRequestsPerSecond : null,
        Audit = ProcessAudit.Trail,
    };
}
