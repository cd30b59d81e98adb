using System.Collections;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the subscriptions of the user in the command line, otherwise of the session's own.</summary>
public sealed class PowensSubscriptionCompleter : ItemCompleter<PowensClient, PowensSubscription>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;

    protected override IAsyncEnumerable<PowensSubscription> ReadAsync(PowensClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Wealth.ListSubscriptionsAsync(Completions.PowensUser(bound), connectionId: null, includeDisabled: true, cancellationToken);

    protected override (string? Value, string Tooltip) Offer(PowensSubscription item, string parameterName)
        => (item.Id, $"{item.Label} {item.Subscriber}");
}
