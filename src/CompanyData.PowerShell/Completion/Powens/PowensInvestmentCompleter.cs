using System.Collections;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the investments of the user in the command line, otherwise of the session's own.</summary>
public sealed class PowensInvestmentCompleter : ItemCompleter<PowensClient, PowensInvestment>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;

    protected override IAsyncEnumerable<PowensInvestment> ReadAsync(PowensClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Wealth.ListInvestmentsAsync(Completions.PowensUser(bound), accountId: null, connectionId: null, cancellationToken);

    protected override (string? Value, string Tooltip) Offer(PowensInvestment item, string parameterName) => (item.Id, $"{item.Label} {item.Code}");
}
