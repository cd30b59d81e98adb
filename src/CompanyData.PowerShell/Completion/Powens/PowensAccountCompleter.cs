using System.Collections;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the bank accounts of the user in the command line, otherwise of the session's own.</summary>
public sealed class PowensAccountCompleter : ItemCompleter<PowensClient, PowensAccount>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;

    protected override IAsyncEnumerable<PowensAccount> ReadAsync(PowensClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Accounts.ListAsync(Completions.PowensUser(bound), bound["ConnectionId"]?.ToString(), includeDisabled: true, cancellationToken);

    protected override (string? Value, string Tooltip) Offer(PowensAccount item, string parameterName)
        => (item.Id, $"{item.Name} ({item.Type})");
}
