using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads the state of a user's synchronisations: the latest of each data type and connection, or earlier ones too.</summary>
[Cmdlet(VerbsCommon.Get, "QardSync")]
[OutputType(typeof(QardSyncItem))]
public sealed class GetQardSyncCommand : QardUserCommand
{
    /// <summary>Reads earlier synchronisations too.</summary>
    [Parameter]
    public SwitchParameter History { get; set; }

    /// <summary>Only these data types; wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string DataType { get; set; } = "*";

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        WildcardPattern pattern = WildcardPattern.Get(DataType, WildcardOptions.IgnoreCase);
        IAsyncEnumerable<QardSyncItem> items = History
            ? qard.Syncs.ListHistoryAsync(UserId, count: null, cancellationToken)
            : qard.Syncs.ListLatestAsync(UserId, cancellationToken);
        await output.WriteAllAsync(items, item => pattern.IsMatch(item.DataType ?? string.Empty)).ConfigureAwait(false);
    }
}
