using System.Collections;
using System.Runtime.CompilerServices;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the secrets that sign webhook calls, by their ids.</summary>
public sealed class PowensWebhookSecretCompleter : ItemCompleter<PowensClient, PowensWebhookSecret>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;

    protected override async IAsyncEnumerable<PowensWebhookSecret> ReadAsync(
        PowensClient client, IDictionary bound, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (PowensWebhookSecret secret in await client.Webhooks.ListSecretsAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return secret;
        }
    }

    protected override (string? Value, string Tooltip) Offer(PowensWebhookSecret item, string parameterName) => (item.Id, item.Name ?? string.Empty);
}
