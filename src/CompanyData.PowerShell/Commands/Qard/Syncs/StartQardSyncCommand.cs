using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Starts collecting a user's data. Piped from a data connection, it collects that connection's data types.</summary>
[Cmdlet(VerbsLifecycle.Start, "QardSync", SupportsShouldProcess = true)]
[OutputType(typeof(QardSync))]
public sealed class StartQardSyncCommand : QardUserCommand
{
    /// <summary>What to collect; without it, everything that the user's connections collect.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RequestedDataTypes")]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string[] DataType { get; set; } = [];

    protected override string Change
        => $"Start collecting {(DataType.Length == 0 ? "everything" : string.Join(", ", DataType))} of the Qard user '{UserId}'";

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        string[] types = DataTypeNames.Normalize(DataType);
        DataTypeNames.WarnAboutUnknown(types, output);
        await output.WriteAsync(await qard.Syncs.StartAsync(UserId, types, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
