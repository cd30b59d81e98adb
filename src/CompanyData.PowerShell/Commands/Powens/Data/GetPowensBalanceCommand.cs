using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads what accounts held over time: all of a user's, or one's.</summary>
[Cmdlet(VerbsCommon.Get, "PowensBalance")]
[OutputType(typeof(PowensBalance))]
public sealed class GetPowensBalanceCommand : PowensUserDataCommand
{
    /// <summary>Only this account's balances.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("IdAccount")]
    [Id]
    [ArgumentCompleter(typeof(PowensAccountCompleter))]
    public string? AccountId { get; set; }

    /// <summary>The first day. Without it a domain may give the last month only.</summary>
    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? MinDate { get; set; }

    /// <summary>The last day.</summary>
    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? MaxDate { get; set; }

    protected override object? Target => AccountId ?? UserId;

    protected override IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(AccountId), AccountId), (nameof(UserId), UserId)];

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(powens.Accounts.ListBalancesAsync(User, Given(AccountId), MinDate, MaxDate, cancellationToken));
}
