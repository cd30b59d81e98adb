using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>The addresses that the domain calls, what signs those calls, and how they were delivered. All of it is [docs 2021].</summary>
public sealed class PowensWebhooks
{
    private const string SignatureType = "hmac_signature";

    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensWebhooks(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET /webhooks.</summary>
    public IAsyncEnumerable<PowensWebhook> ListAsync(CancellationToken cancellationToken)
        => _reader.ReadNamedAsync(
            PowensRequest.Read("webhooks", "list the webhooks", scope: PowensScope.Config),
            PowensJsonContext.Default.PowensWebhook,
            webhook => webhook.Id,
            isPaged: false,
            cancellationToken,
            "webhooks");

    /// <summary>POST /webhooks. After a failure that may have taken effect, the webhook that has appeared since is looked for.</summary>
    /// <param name="url">The address to call.</param>
    /// <param name="fields"><c>event</c>, <c>id_auth</c>, <c>id_user</c>, <c>params</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<PowensWebhook> CreateAsync(Uri url, JsonObject fields, CancellationToken cancellationToken)
    {
        IReadOnlyList<PowensWebhook> known = await ListAsync(cancellationToken).ReadAllAsync().ConfigureAwait(false);
        fields["url"] = url.AbsoluteUri;
        ApiRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = "webhooks",
            Operation = "make the webhook",
            Subject = url.AbsoluteUri,
            Safety = RequestSafety.Create,
            Scope = PowensScope.Config,
            Body = PowensRequest.BodyWithoutNulls(fields),
        };
        return await GuardedCreate.RunAsync(
            _transport,
            token => _transport.SendAsync(request, PowensJsonContext.Default.PowensWebhook, token),
            async token => GuardedCreate.Appeared(await ListAsync(token).ReadAllAsync().ConfigureAwait(false), known),
            url.AbsoluteUri,
            "Look with: Get-PowensWebhook",
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>POST /webhooks/{id}.</summary>
    public Task<PowensWebhook> ChangeAsync(string webhookId, JsonObject change, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Change(ApiPath.Create($"webhooks/{webhookId}"), "change the webhook", webhookId, change, PowensScope.Config),
            PowensJsonContext.Default.PowensWebhook,
            cancellationToken);

    /// <summary>DELETE /webhooks/{id}.</summary>
    public Task RemoveAsync(string webhookId, CancellationToken cancellationToken)
        => _transport.RemoveAsync(ApiPath.Create($"webhooks/{webhookId}"), "remove the webhook", webhookId, cancellationToken, PowensScope.Config);

    /// <summary>GET /webhooks/{id}/logs: the deliveries.</summary>
    /// <param name="webhookId">Of which webhook.</param>
    /// <param name="userId">Only those about this user; null for all.</param>
    /// <param name="minDate">The first day.</param>
    /// <param name="maxDate">The last day.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public IAsyncEnumerable<PowensWebhookDelivery> ListDeliveriesAsync(
        string webhookId, string? userId, DateTime? minDate, DateTime? maxDate, CancellationToken cancellationToken)
        => _reader.ReadNamedAsync(
            PowensRequest.Read(
                ApiPath.WithQuery(
                    ApiPath.Create($"webhooks/{webhookId}/logs"), ("id_user", userId), ("min_date", PowensRequest.Day(minDate)), ("max_date", PowensRequest.Day(maxDate))),
                "list the deliveries",
                webhookId,
                PowensScope.Config),
            PowensJsonContext.Default.PowensWebhookDelivery,
            delivery => delivery.Id,
            isPaged: true,
            cancellationToken,
            "webhooklogs");

    /// <summary>GET /webhooks/auth: what signs calls; the secrets themselves may not come along.</summary>
    public async Task<IReadOnlyList<PowensWebhookSecret>> ListSecretsAsync(CancellationToken cancellationToken)
    {
        List<PowensWebhookAuthentication> all = await _reader.ReadNamedAsync(
            PowensRequest.Read("webhooks/auth", "list the webhook secrets", scope: PowensScope.Config),
            PowensJsonContext.Default.PowensWebhookAuthentication,
            item => item.Id,
            isPaged: false,
            cancellationToken,
            "authproviders").ReadAllAsync().ConfigureAwait(false);
        return [.. all.Select(ToSecret)];
    }

    /// <summary>POST /webhooks/auth?type=hmac_signature&amp;name=: answers the secret. It is never repeated blindly.</summary>
    public async Task<PowensWebhookSecret> CreateSecretAsync(string name, CancellationToken cancellationToken)
    {
        ApiRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = ApiPath.WithQuery("webhooks/auth", ("type", SignatureType), ("name", name)),
            Operation = "make the webhook secret",
            Subject = name,
            Safety = RequestSafety.Create,
            Scope = PowensScope.Config,
            Body = PowensRequest.Body([]),
        };
        try
        {
            return ToSecret(await _transport.SendAsync(request, PowensJsonContext.Default.PowensWebhookAuthentication, cancellationToken).ConfigureAwait(false));
        }
        catch (ApiException exception) when (exception.CanCheckOutcome)
        {
            throw GuardedCreate.Unknown(exception, name, "Make another one; the one whose answer was lost stays unused. Get-PowensWebhookSecret lists them.");
        }
    }

    private static PowensWebhookSecret ToSecret(PowensWebhookAuthentication item) => new(
        item.Id, item.Name, item.Type, item.Config?.SecretKey is { Length: > 0 } secret ? new Secret(secret) : null);
}
