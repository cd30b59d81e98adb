using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>
/// Starts a synchronisation of a user's data; for a piped data connection, of its data types. A warning says beforehand what will not be
/// collected because a connection waits for consent or none collects it.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "QardSync", SupportsShouldProcess = true)]
[OutputType(typeof(QardSync))]
public sealed class StartQardSyncCommand : QardUserCommand
{
    /// <summary>The data types; by default all data types of the user's connections.</summary>
    [Parameter(Position = 1)]
    [AllowEmptyCollection]
    [DataTypes]
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string[] DataType { get; set; } = [];

    /// <summary>A data connection, whose data types are the default of -DataType.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public QardDataConnection? Connection { get; set; }

    protected override string Change
        => $"Start collecting {(Types.Length == 0 ? "everything" : string.Join(", ", Types))} of the Qard user '{UserId}'";

    private string[] Types => DataTypeNames.Normalize(DataType.Length > 0 ? DataType : Connection?.RequestedDataTypes);

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        await DataTypeNames.WarnAboutUnknownAsync(Types, output).ConfigureAwait(false);
        if (Connection?.Status != ConnectionStatus.Connected)
        {
            foreach (QardSyncFailure failure in await qard.Syncs.ForeseeFailuresAsync(UserId, Types, cancellationToken).ConfigureAwait(false))
            {
                await output.WarnAsync($"{failure.DataType} of user {UserId} will not be collected: {failure.Reason}. {failure.Remedy}").ConfigureAwait(false);
            }
        }

        await output.WriteAsync(await qard.Syncs.StartAsync(UserId, Types, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
