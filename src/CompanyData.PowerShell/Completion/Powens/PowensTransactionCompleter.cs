using System.Collections;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the latest transactions of the user in the command line, otherwise of the session's own.</summary>
public sealed class PowensTransactionCompleter : ItemCompleter<PowensClient, PowensTransaction>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;

    protected override IAsyncEnumerable<PowensTransaction> ReadAsync(PowensClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Transactions.ListAsync(new PowensTransactionFilter { UserId = Completions.PowensUser(bound) }, cancellationToken);

    protected override (string? Value, string Tooltip) Offer(PowensTransaction item, string parameterName)
        => (item.Id, $"{item.Date:yyyy-MM-dd} {item.Value} {item.Wording}");
}
