using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads transactions as they come: all, an account's, a connection's, or one.</summary>
[Cmdlet(VerbsCommon.Get, "PowensTransaction", DefaultParameterSetName = "List")]
[OutputType(typeof(PowensTransaction))]
public sealed class GetPowensTransactionCommand : PowensUserDataCommand
{
    /// <summary>One transaction's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "One transaction's id.", ParameterSetName = "One")]
    [Alias("Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    public string? TransactionId { get; set; }

    /// <summary>Only this account's transactions.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "List")]
    [Alias("IdAccount")]
    [Id]
    [ArgumentCompleter(typeof(PowensAccountCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Only this connection's transactions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "List")]
    [Alias("IdConnection")]
    [Id]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string? ConnectionId { get; set; }

    /// <summary>The first day.</summary>
    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Day)]
    public DateTime? MinDate { get; set; }

    /// <summary>The last day.</summary>
    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Day)]
    public DateTime? MaxDate { get; set; }

    /// <summary>Only those that changed since. The service's times have no zone and have been seen in Paris time.</summary>
    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Time)]
    public DateTime? UpdatedSince { get; set; }

    /// <summary>A text to search for.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Number)]
    public decimal? MinValue { get; set; }

    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Number)]
    public decimal? MaxValue { get; set; }

    protected override object? Target => TransactionId ?? AccountId ?? ConnectionId ?? UserId;

    protected override IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(AccountId), AccountId), (nameof(ConnectionId), ConnectionId), (nameof(UserId), UserId)];

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        if (TransactionId is not null)
        {
            await output.WriteAsync(await powens.Transactions.GetAsync(User, TransactionId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        PowensTransactionFilter filter = new()
        {
            UserId = User,
            AccountId = Given(AccountId),
            ConnectionId = Given(ConnectionId),
            MinDate = MinDate,
            MaxDate = MaxDate,
            UpdatedSince = UpdatedSince,
            Search = Search,
            MinValue = MinValue,
            MaxValue = MaxValue,
        };
        await output.WriteAllAsync(powens.Transactions.ListAsync(filter, cancellationToken)).ConfigureAwait(false);
    }
}
