using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>Reads a user's synchronisations: the latest per data type and connection, or also earlier ones.</summary>
[Cmdlet(VerbsCommon.Get, "QardSync")]
[OutputType(typeof(QardSyncItem))]
public sealed class GetQardSyncCommand : QardUserCommand
{
    /// <summary>Includes earlier synchronisations.</summary>
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
        int count = await output.WriteAllAsync(items, item => pattern.IsMatch(item.DataType ?? string.Empty)).ConfigureAwait(false);
        if (count == 0 && !WildcardPattern.ContainsWildcardCharacters(DataType) && QardDataType.Find(DataType) is null)
        {
            output.Warn($"'{DataType}' is not a data type that this version knows, and no synchronisation of the user has it.{Suggestion.For(DataType, QardDataType.All.Select(type => type.Name))}");
        }
    }
}
