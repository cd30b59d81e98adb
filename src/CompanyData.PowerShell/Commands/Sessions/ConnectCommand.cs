using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Sessions;

/// <summary>Opens a session and makes it the default of this runspace. It sends nothing.</summary>
public abstract class ConnectCommand : PSCmdlet
{
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

    private protected abstract ServiceEntry Service { get; }

    /// <returns>Null where neither the parameters nor the environment say enough.</returns>
    /// <exception cref="ArgumentException">What they say cannot be used.</exception>
    private protected abstract CompanyDataSession? Open();

    protected override void EndProcessing()
    {
        try
        {
            CompanyDataSession? session = Open();
            if (session is null)
            {
                ThrowTerminatingError(ErrorRecords.NoSession(Service));
                return;
            }

            SessionStore.Current.Set(session);
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

    private protected ServiceOptions OptionsFor(Uri uri) => new()
    {
        BaseUri = uri,
        AttemptTimeout = TimeSpan.FromSeconds(TimeoutSec),
        MaxRetries = MaxRetry,
    };
}
