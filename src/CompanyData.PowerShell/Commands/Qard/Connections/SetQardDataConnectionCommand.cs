using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Changes the data types of a connection, revokes it, or requests the end user's consent again.</summary>
[Cmdlet(VerbsCommon.Set, "QardDataConnection", SupportsShouldProcess = true, DefaultParameterSetName = "DataType")]
[OutputType(typeof(QardDataConnection))]
public sealed class SetQardDataConnectionCommand : QardConnectionCommand
{
    /// <summary>All data types that the connection collects from now on; they replace the current ones.</summary>
    [Parameter(Mandatory = true, HelpMessage = "All data types that the connection collects from now on.", ParameterSetName = "DataType")]
    [ValidateNotNullOrEmpty]
    [DataTypes]
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string[]? DataType { get; set; }

    /// <summary>Revokes the connection.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Revokes the connection.", ParameterSetName = "Disconnect")]
    public SwitchParameter Disconnect { get; set; }

    /// <summary>Requests the end user's consent again.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Requests the end user's consent again.", ParameterSetName = "Reconnect")]
    public SwitchParameter Reconnect { get; set; }

    /// <summary>Emits the connection after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override string Change => ParameterSetName switch
    {
        "Disconnect" => $"Disconnect the Qard data connection '{ConnectionId}'",
        "Reconnect" => $"Request the end user's consent again for the Qard data connection '{ConnectionId}'",
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
