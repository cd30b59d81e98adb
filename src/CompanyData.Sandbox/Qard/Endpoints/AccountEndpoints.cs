using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Endpoints;

/// <summary>The account and its webhooks: /profile [seed], /clients, /webhooks, /profile/webhook-secret, /notification [docs].</summary>
internal sealed class AccountEndpoints(QardState state)
{
    private int _secrets;

    public IEnumerable<Route> Routes =>
    [
        new("GET", "profile", _ => WriteAccount()),
        new("GET", "clients", _ => WriteAccount()),
        new("GET", "notification", _ => ListNotifications()),
        new("PUT", "profile/webhook-secret", _ => ResetWebhookSecret()),
        new("PUT", "webhooks/{eventType}", SetWebhook),
    ];

    /// <summary><c>name</c> and <c>email</c> are [docs] of /clients and [inferred] of /profile.</summary>
    private static HttpResponseMessage WriteAccount() => Reply.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", "Sandbox");
        json.WriteString("email", "sandbox@example.test");
        json.WriteEndObject();
    });

    private static HttpResponseMessage ListNotifications() =>
        Reply.List(Rows.From(QardDefaults.Notifications, (json, name) => json.WriteStringValue(name)));

    private HttpResponseMessage ResetWebhookSecret()
    {
        var random = new DeterministicRandom(Hash.Compute(state.Options.Seed, "webhook secret", Interlocked.Increment(ref _secrets)));
        var secret = Enumerable.Range(0, 32).Select(_ => (byte)random.NextBits()).ToArray();
        state.WebhookSecret = secret;
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("secret", Convert.ToBase64String(secret));
            json.WriteEndObject();
        });
    }

    /// <summary>Checks, keeps and echoes; no call reads a webhook back. That it is echoed is [inferred].</summary>
    private HttpResponseMessage SetWebhook(SandboxCall call)
    {
        var eventType = call.Values[0];
        if (!QardDefaults.WebhookEvents.Contains(eventType, StringComparer.Ordinal))
        {
            throw ApiException.NotFound("Event type");
        }

        var url = call.ReadBody().RequiredText("url");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw ApiException.Invalid("url must be an absolute web address.", "url");
        }

        state.WebhookUrls[eventType] = url;
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("event_type", eventType);
            json.WriteString("url", url);
            json.WriteEndObject();
        });
    }
}
