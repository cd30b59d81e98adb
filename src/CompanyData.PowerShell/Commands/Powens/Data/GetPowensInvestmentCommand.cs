using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads investments: all, or one.</summary>
[Cmdlet(VerbsCommon.Get, "PowensInvestment")]
[OutputType(typeof(PowensInvestment))]
public sealed class GetPowensInvestmentCommand : PowensUserDataCommand
{
    /// <summary>One investment's id.</summary>
    [Parameter(Position = 0)]
    [Alias("Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensInvestmentCompleter))]
    public string? InvestmentId { get; set; }

    /// <summary>Only this account's investments.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IdAccount")]
    [Id]
    [ArgumentCompleter(typeof(PowensAccountCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Only this connection's investments.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IdConnection")]
    [Id]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string? ConnectionId { get; set; }

    protected override object? Target => InvestmentId ?? AccountId ?? ConnectionId ?? UserId;

    protected override IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(AccountId), AccountId), (nameof(ConnectionId), ConnectionId), (nameof(UserId), UserId)];

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        if (InvestmentId is not null)
        {
            await output.WriteAsync(await powens.Wealth.GetInvestmentAsync(User, InvestmentId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        IAsyncEnumerable<PowensInvestment> investments = powens.Wealth.ListInvestmentsAsync(User, Given(AccountId), Given(ConnectionId), cancellationToken);
        await (Given(AccountId) is null
            ? WriteAsync(powens, investments, "investments", Given(ConnectionId), output, cancellationToken)
            : output.WriteAllAsync(investments)).ConfigureAwait(false);
    }
}
