using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Reads and changes the account and its providers.</summary>
public sealed class QardAccount
{
    private readonly ApiTransport _transport;

    internal QardAccount(ApiTransport transport) => _transport = transport;

    /// <summary>GET /profile [seed]; also checks the key.</summary>
    public Task<QardProfile> GetProfileAsync(CancellationToken cancellationToken)
        => _transport.SendAsync(ApiRequest.Get("profile", "read the profile"), QardJsonContext.Default.QardProfile, cancellationToken);

    /// <summary>GET /clients [docs]: the name and e-mail address of the account.</summary>
    public Task<QardProfile> GetClientAsync(CancellationToken cancellationToken)
        => _transport.SendAsync(ApiRequest.Get("clients", "read the client"), QardJsonContext.Default.QardProfile, cancellationToken);

    /// <summary>GET /providers; the path is [inferred], the object [docs].</summary>
    public IAsyncEnumerable<QardProvider> ListProvidersAsync(CancellationToken cancellationToken)
        => _transport.ReadWholeAsync(
            ApiRequest.Get("providers", "list the providers"),
            QardJsonContext.Default.ListQardProvider,
            QardJsonContext.Default.PageEnvelopeQardProvider,
            provider => provider.Name,
            cancellationToken);

    /// <summary>PUT /providers/{name} [seed]. Credentials, where required, must be set first.</summary>
    public Task EnableProviderAsync(string name, bool enable, CancellationToken cancellationToken)
        => PutAsync($"providers/{name}", enable ? "enable the provider" : "disable the provider", name, new JsonObject { ["enable"] = enable }, [], cancellationToken);

    /// <summary>PUT /providers/{name}/settings [seed]: a flat object such as <c>auto_connect</c> and provider-specific keys.</summary>
    public Task SetProviderSettingsAsync(string name, IReadOnlyDictionary<string, object?> settings, CancellationToken cancellationToken)
        => PutAsync($"providers/{name}/settings", "change the provider's settings", name, ToJson(settings), [], cancellationToken);

    /// <summary>PUT /providers/{name}/credentials [seed]: write-only. <see cref="Secret"/> values are sent but never shown.</summary>
    public Task SetProviderCredentialsAsync(string name, IReadOnlyDictionary<string, object?> credentials, CancellationToken cancellationToken)
        => PutAsync(
            $"providers/{name}/credentials",
            "set the provider's credentials",
            name,
            new JsonObject { ["credentials"] = ToJson(credentials) },
            [.. credentials.Values.OfType<Secret>()],
            cancellationToken);

    /// <summary>GET /notification [docs]: names of monitoring alerts; whether they come as text or as objects is not published.</summary>
    public async IAsyncEnumerable<QardNotification> ListNotificationsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (JsonElement item in _transport.ReadWholeAsync(
            ApiRequest.Get("notification", "list the alerts"),
            QardJsonContext.Default.ListJsonElement,
            QardJsonContext.Default.PageEnvelopeJsonElement,
            item => item.GetRawText(),
            cancellationToken).ConfigureAwait(false))
        {
            yield return QardNotification.From(item);
        }
    }

    /// <summary>PUT /webhooks/{eventType} [docs]: one URL per event type.</summary>
    public Task SetWebhookAsync(string eventType, Uri url, CancellationToken cancellationToken)
        => PutAsync($"webhooks/{eventType}", "set the webhook", eventType, new JsonObject { ["url"] = url.AbsoluteUri }, [], cancellationToken);

    /// <summary>PUT /profile/webhook-secret [docs]: creates a new secret and revokes the old one, so it is sent only once.</summary>
    public async Task<Secret> ResetWebhookSecretAsync(CancellationToken cancellationToken)
    {
        ApiRequest request = new()
        {
            Method = HttpMethod.Put,
            Path = "profile/webhook-secret",
            Operation = "reset the webhook secret",
            Safety = RequestSafety.Create,
        };
        try
        {
            QardWebhookSecret answer = await _transport.SendAsync(request, QardJsonContext.Default.QardWebhookSecret, cancellationToken).ConfigureAwait(false);
            return answer.Secret is { } secret && !string.IsNullOrWhiteSpace(secret)
                ? new Secret(secret)
                : throw _transport.Fail(ApiErrorKind.InvalidResponse, request.Operation, "Qard: could not reset the webhook secret: the response does not contain one.", subject: null);
        }
        catch (ApiException exception) when (exception.CanCheckOutcome)
        {
            throw GuardedCreate.Unknown(exception, "webhook-secret", "The old secret may be revoked: reset it again and use the new one.");
        }
    }

    private Task PutAsync(
        FormattableString path, string operation, string subject, JsonObject body, IReadOnlyCollection<Secret> secrets, CancellationToken cancellationToken)
        => _transport.SendAsync(
            new ApiRequest
            {
                Method = HttpMethod.Put,
                Path = ApiPath.Create(path),
                Operation = operation,
                Subject = subject,
                Safety = RequestSafety.Idempotent,
                Body = QardClient.Body(body, QardJsonContext.Default.JsonObject),
                Secrets = secrets,
            },
            cancellationToken);

    private static JsonObject ToJson(IReadOnlyDictionary<string, object?> values)
        => new(values.Select(pair => new KeyValuePair<string, JsonNode?>(pair.Key, ToNode(pair.Key, pair.Value))));

    private static JsonNode? ToNode(string name, object? value) => value switch
    {
        null => null,
        Secret secret => JsonValue.Create(secret.Reveal()),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int or long or short or byte => JsonValue.Create(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
        double or float or decimal => JsonValue.Create(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"'{name}' is a {value.GetType().Name}; it must be text, a number, true or false.", nameof(value)),
    };
}
