using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>The account and its providers.</summary>
public sealed class QardAccount
{
    private readonly ApiTransport _transport;

    internal QardAccount(ApiTransport transport) => _transport = transport;

    /// <summary>GET /profile [seed]: a check of the key.</summary>
    public Task<QardProfile> GetProfileAsync(CancellationToken cancellationToken)
        => _transport.SendAsync(ApiRequest.Get("profile", "read the profile"), QardJsonContext.Default.QardProfile, cancellationToken);

    /// <summary>GET /providers; the path is [inferred], the object [docs].</summary>
    public Task<IReadOnlyList<QardProvider>> GetProvidersAsync(CancellationToken cancellationToken)
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

    /// <summary>PUT /providers/{name}/credentials [seed]: write-only. A <see cref="Secret"/> among the values is sent and never shown.</summary>
    public Task SetProviderCredentialsAsync(string name, IReadOnlyDictionary<string, object?> credentials, CancellationToken cancellationToken)
        => PutAsync(
            $"providers/{name}/credentials",
            "set the provider's credentials",
            name,
            new JsonObject { ["credentials"] = ToJson(credentials) },
            [.. credentials.Values.OfType<Secret>()],
            cancellationToken);

    private Task PutAsync(
        FormattableString path, string operation, string subject, JsonObject body, IReadOnlyCollection<Secret> secrets, CancellationToken cancellationToken)
        => _transport.SendAsync(
            new ApiRequest
            {
                Method = HttpMethod.Put,
                Path = ApiPath.Of(path),
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
        _ => throw new ArgumentException($"'{name}' is a {value.GetType().Name}; it takes text, a number or true/false.", nameof(value)),
    };
}
