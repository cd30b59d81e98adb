using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Streams transactions: all, those of an account, those of a connection, or one.</summary>
[Cmdlet(VerbsCommon.Get, "PowensTransaction", DefaultParameterSetName = "List")]
[OutputType(typeof(PowensTransaction))]
public sealed class GetPowensTransactionCommand : PowensUserDataCommand
{
    /// <summary>One transaction's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "One transaction's id.", ParameterSetName = "One")]
    [Alias("Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensTransactionCompleter))]
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

    /// <summary>The first day. Without it, a domain may return only recent transactions; a warning then says so.</summary>
    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Day)]
    public DateTime? MinDate { get; set; }

    /// <summary>The last day.</summary>
    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Day)]
    public DateTime? MaxDate { get; set; }

    /// <summary>The date to which -MinDate and -MaxDate apply: the displayed date, or the application date, which a user can change.</summary>
    [Parameter(ParameterSetName = "List")]
    public PowensDateField DateField { get; set; }

    /// <summary>
    /// Only transactions changed since then, including removed ones, which have IsDeleted. The service's times have no time zone and were
    /// observed to be Paris time.
    /// </summary>
    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Time)]
    public DateTime? UpdatedSince { get; set; }

    /// <summary>Includes transactions of disabled accounts and removed transactions.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Only removed transactions.</summary>
    [Parameter(ParameterSetName = "List")]
    public SwitchParameter Deleted { get; set; }

    /// <summary>Only income, or with $false only expenses.</summary>
    [Parameter(ParameterSetName = "List")]
    [Cell(CellKind.Flag)]
    public bool? Income { get; set; }

    /// <summary>Text contained in the wording.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateNotNullOrEmpty]
    public string? Wording { get; set; }

    /// <summary>Text to search for in wordings, dates, values and categories.</summary>
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

    /// <summary>Further resources to include: account, documents.</summary>
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
        IAsyncEnumerable<PowensTransaction> transactions = powens.Transactions.ListAsync(filter, cancellationToken, output.Warn);
        await (filter.IsWhole
            ? WriteAsync(powens, transactions, "transactions", Given(ConnectionId), output, cancellationToken)
            : output.WriteAllAsync(transactions)).ConfigureAwait(false);
    }
}
