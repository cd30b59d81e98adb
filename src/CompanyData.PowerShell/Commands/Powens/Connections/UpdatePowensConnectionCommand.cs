using System.Collections;
using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Synchronises a connection, sends new credentials or a one-time code, or resumes after the user has confirmed elsewhere.</summary>
[Cmdlet(VerbsData.Update, "PowensConnection", SupportsShouldProcess = true, DefaultParameterSetName = "Synchronise")]
[OutputType(typeof(PowensConnection))]
public sealed class UpdatePowensConnectionCommand : PowensConnectionCommand
{
    private IReadOnlyDictionary<string, object?> _fields = Tables.Read(null);

    /// <summary>The requested values by field name; secrets as SecureString. A one-time code is sent only once.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The requested values by field name.", Position = 1, ParameterSetName = "Field")]
    [ValidateNotNullOrEmpty]
    public Hashtable? Field { get; set; }

    /// <summary>Resumes after the user has confirmed elsewhere, such as in the bank's app.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Resumes after the user has confirmed elsewhere, such as in the bank's app.", ParameterSetName = "Resume")]
    public SwitchParameter Resume { get; set; }

    /// <summary>Synchronises even if it is not due.</summary>
    [Parameter(ParameterSetName = "Synchronise")]
    public SwitchParameter Force { get; set; }

    /// <summary>Says that the end user is there. Without it the service is told that nobody is, as in a scheduled task.</summary>
    [Parameter(ParameterSetName = "Synchronise")]
    public SwitchParameter UserPresent { get; set; }

    protected override string Change => ParameterSetName switch
    {
        "Field" => $"Send {string.Join(", ", _fields.Keys)} to the Powens connection '{ConnectionId}'",
        "Resume" => $"Resume the Powens connection '{ConnectionId}'",
        _ => $"Synchronise the Powens connection '{ConnectionId}'",
    };

    protected override void Prepare() => _fields = Tables.ReadSecrets(Field);

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        PowensConnection connection = await (ParameterSetName switch
        {
            "Field" => powens.Connections.AnswerAsync(User, ConnectionId, _fields, cancellationToken),
            "Resume" => powens.Connections.ResumeAsync(User, ConnectionId, cancellationToken),
            _ when Force => powens.Connections.ForceAsync(User, ConnectionId, UserPresent, cancellationToken),
            _ => powens.Connections.SynchroniseAsync(User, ConnectionId, UserPresent, cancellationToken),
        }).ConfigureAwait(false);
        await output.WriteAsync(connection).ConfigureAwait(false);
    }
}
