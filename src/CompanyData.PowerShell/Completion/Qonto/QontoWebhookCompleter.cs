using System.Collections;
using CompanyData.Qonto;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the ids of webhooks.</summary>
public sealed class QontoWebhookCompleter : ItemCompleter<QontoClient, QontoWebhook>
{
    private protected override ServiceEntry Service => ServiceEntry.Qonto;

    protected override IAsyncEnumerable<QontoWebhook> ReadAsync(QontoClient client, IDictionary bound, CancellationToken cancellationToken)
        => client.Webhooks.ListAsync(cancellationToken);

    protected override (string? Value, string Tooltip) Offer(QontoWebhook item, string parameterName)
        => (item.Id, $"{item.CallbackUrl}: {(item.Enabled == true ? "enabled" : "disabled")}");
}
