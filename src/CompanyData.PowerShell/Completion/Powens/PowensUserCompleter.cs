using System.Collections;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the ids of Powens users; requires the manage token with the scope user.</summary>
public sealed class PowensUserCompleter : ItemCompleter<PowensClient, PowensUser>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;

    protected override IAsyncEnumerable<PowensUser> ReadAsync(PowensClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Users.ListAsync(cancellationToken);

    protected override (string? Value, string Tooltip) Offer(PowensUser item, string parameterName)
        => (item.Id, $"user {item.Id} {item.Platform}");
}
