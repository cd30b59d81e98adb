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

    /// <summary>The first day. Without it a domain may give recent ones only; then a warning says so.</summary>
    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Day)]
    public DateTime? MinDate { get; set; }

    /// <summary>The last day.</summary>
    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Day)]
    public DateTime? MaxDate { get; set; }

    /// <summary>Which date the first and the last day bound: the one that is shown, or the one that a person may move.</summary>
    [Parameter(ParameterSetName = "List")]
    public PowensDateField DateField { get; set; }

    /// <summary>
    /// Only those that changed since, also those that were removed: they have IsDeleted. The service's times have no zone and have been
    /// seen in Paris time.
    /// </summary>
    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Time)]
    public DateTime? UpdatedSince { get; set; }

    /// <summary>Those of disabled accounts and those that were removed too.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Only those that were removed.</summary>
    [Parameter(ParameterSetName = "List")]
    public SwitchParameter Deleted { get; set; }

    /// <summary>Only income, or with $false only expenses.</summary>
    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Flag)]
    public bool? Income { get; set; }

    /// <summary>A text within the wording.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateNotNullOrEmpty]
    public string? Wording { get; set; }

    /// <summary>A text to search for in wordings, dates, values and categories.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>The value, with its sign: an expense is negative.</summary>
    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Number)]
    public decimal? Value { get; set; }

    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Number)]
    public decimal? MinValue { get; set; }

    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Number)]
    public decimal? MaxValue { get; set; }

    /// <summary>Further resources to bring along: account, documents.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WordCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Expand { get; set; } = [];

    protected override object? Target => TransactionId ?? AccountId ?? ConnectionId ?? UserId;

    protected override IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(AccountId), AccountId), (nameof(ConnectionId), ConnectionId), (nameof(UserId), UserId)];

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        if (TransactionId is not null)
        {
            await output.WriteAsync(await powens.Transactions.GetAsync(User, TransactionId, All, Expand, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        PowensTransactionFilter filter = new()
        {
            UserId = User,
            AccountId = Given(AccountId),
            ConnectionId = Given(ConnectionId),
            MinDate = MinDate,
            MaxDate = MaxDate,
            DateField = DateField,
            UpdatedSince = UpdatedSince,
            IncludeAll = All,
            DeletedOnly = Deleted,
            Income = Income,
            Search = Search,
            Wording = Wording,
            Value = Value,
            MinValue = MinValue,
            MaxValue = MaxValue,
            Expand = Expand,
        };
        await output.WriteAllAsync(powens.Transactions.ListAsync(filter, cancellationToken, output.Warn)).ConfigureAwait(false);
    }
}
