using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Changes what a connection collects, revokes it, or has the end user consent again.</summary>
[Cmdlet(VerbsCommon.Set, "QardDataConnection", SupportsShouldProcess = true, DefaultParameterSetName = "DataType")]
[OutputType(typeof(QardDataConnection))]
public sealed class SetQardDataConnectionCommand : QardConnectionCommand
{
    /// <summary>All data types that the connection is to collect from now on; they replace those it has.</summary>
    [Parameter(Mandatory = true, HelpMessage = "All data types that the connection is to collect from now on.", ParameterSetName = "DataType")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string[]? DataType { get; set; }

    /// <summary>Revokes the connection.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Revokes the connection.", ParameterSetName = "Disconnect")]
    public SwitchParameter Disconnect { get; set; }

    /// <summary>Asks the end user to consent again.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Asks the end user to consent again.", ParameterSetName = "Reconnect")]
    public SwitchParameter Reconnect { get; set; }

    /// <summary>Emits the connection as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override string Change => ParameterSetName switch
    {
        "Disconnect" => $"Disconnect the Qard data connection '{ConnectionId}'",
        "Reconnect" => $"Have the end user consent again to the Qard data connection '{ConnectionId}'",
        _ => $"Have the Qard data connection '{ConnectionId}' collect {string.Join(", ", DataTypeNames.Normalize(DataType))}",
    };

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        string[] types = DataTypeNames.Normalize(DataType);
        await DataTypeNames.WarnAboutUnknownAsync(types, output).ConfigureAwait(false);
        QardDataConnectionChange change = new()
        {
            Status = Disconnect ? ConnectionStatus.Disconnected : Reconnect ? ConnectionStatus.AuthRequired : null,
            RequestedDataTypes = types.Length > 0 ? types : null,
        };
        QardDataConnection changed = await qard.Connections.ChangeAsync(UserId, ConnectionId, change, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(PassThru ? changed : null).ConfigureAwait(false);
    }
}
