using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>Webhooks: where Qonto calls. The responses repeat the secret, which is not passed on.</summary>
public sealed class QontoWebhooks
{
    private const string PortalRemedy = "Look with: Get-QontoWebhook";

    private readonly ApiTransport _transport;
    private readonly QontoRequests _requests;

    internal QontoWebhooks(ApiTransport transport, QontoRequests requests)
    {
        _transport = transport;
        _requests = requests;
    }

    /// <summary>GET /register/webhooks [docs].</summary>
    public async IAsyncEnumerable<QontoWebhook> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (QontoWebhook webhook in _requests.ReadAsync(
            "register/webhooks", "list the webhooks", subject: null, QontoJsonContext.Default.QontoPageQontoWebhook, webhook => webhook.Id, cancellationToken)
            .ConfigureAwait(false))
        {
            QontoWebhookSecrets.Remove(webhook.Extension, secret: null);
            yield return webhook;
        }
    }

    /// <summary>POST /register/webhooks [docs].</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.InvalidResponse"/> where the response holds no webhook in any documented form.</exception>
    public async Task<QontoWebhook> CreateAsync(Uri callback, bool enabled, Secret secret, CancellationToken cancellationToken)
    {
        ApiRequest request = Request(HttpMethod.Post, "register/webhooks", "create the webhook", RequestSafety.Create, new(callback, enabled, secret), callback.AbsoluteUri);
        JsonObject response = await _requests.CreateOnceAsync(
            request, QontoJsonContext.Default.JsonObject, $"{PortalRemedy}, before creating it again.", cancellationToken).ConfigureAwait(false);
        return Read(response, request, "created", secret);
    }

    /// <summary>PATCH /register/webhooks/{id} [docs].</summary>
    /// <exception cref="ApiException">As for <see cref="CreateAsync"/>.</exception>
    public async Task<QontoWebhook> ChangeAsync(string webhookId, QontoWebhookChange change, CancellationToken cancellationToken)
    {
        ApiRequest request = Request(
            new HttpMethod("PATCH"), ApiPath.Create($"register/webhooks/{webhookId}"), "change the webhook", RequestSafety.Idempotent, change, webhookId);
        return Read(
            await _transport.SendAsync(request, QontoJsonContext.Default.JsonObject, cancellationToken).ConfigureAwait(false), request, "changed", change.Secret);
    }

    private static ApiRequest Request(HttpMethod method, string path, string operation, RequestSafety safety, QontoWebhookChange webhook, string subject)
    {
        JsonObject body = new() { ["callback_url"] = webhook.CallbackUrl.AbsoluteUri, ["enabled"] = webhook.Enabled };
        if (webhook.Secret is { } secret)
        {
            body["secret"] = secret.Reveal();
        }

        return new()
        {
            Method = method,
            Path = path,
            Operation = operation,
            Subject = subject,
            Safety = safety,
            Body = JsonSerializer.SerializeToUtf8Bytes(body, QontoJsonContext.Default.JsonObject),
            Secrets = webhook.Secret is null ? [] : [webhook.Secret],
        };
    }

    /// <summary>The newer pages wrap the object, the older one shows it bare; what has no id is none.</summary>
    private QontoWebhook Read(JsonObject response, ApiRequest request, string done, Secret? secret)
    {
        try
        {
            QontoWebhook webhook = (response["webhook_subscription"] as JsonObject ?? response["webhook"] as JsonObject ?? response)
                .Deserialize(QontoJsonContext.Default.QontoWebhook)!;
            if (!string.IsNullOrEmpty(webhook.Id))
            {
                QontoWebhookSecrets.Remove(webhook.Extension, secret);
                return webhook;
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            throw Unreadable(ApiExceptionFactory.DescribePosition(exception as JsonException, secret is null ? [] : [secret]));
        }

        throw Unreadable(": it holds no webhook");

        ApiException Unreadable(string why) => _transport.Fail(
            ApiErrorKind.InvalidResponse,
            request.Operation,
            $"Qonto: the webhook was {done}, but the response cannot be read{why}",
            request.Subject,
            $"{PortalRemedy}.");
    }
}
