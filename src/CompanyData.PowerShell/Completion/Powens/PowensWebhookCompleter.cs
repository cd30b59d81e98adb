using System.Collections;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the webhooks of the domain.</summary>
public sealed class PowensWebhookCompleter : ItemCompleter<PowensClient, PowensWebhook>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;

    protected override IAsyncEnumerable<PowensWebhook> ReadAsync(PowensClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Webhooks.ListAsync(cancellationToken);

    protected override (string? Value, string Tooltip) Offer(PowensWebhook item, string parameterName) => (item.Id, $"{item.Event} {item.Url}");
}
