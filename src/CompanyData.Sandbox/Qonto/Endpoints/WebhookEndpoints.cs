using System.Net;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qonto.Inferred;
using CompanyData.Sandbox.Qonto.Rules;

namespace CompanyData.Sandbox.Qonto.Endpoints;

/// <summary>Webhook subscriptions, in the wrapped form of the newer pages. [docs]</summary>
internal sealed class WebhookEndpoints(QontoState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("POST", "webhooks", Register),
        new("GET", "webhooks", List),
        new("PATCH", "webhooks/{webhook}", Change),
    ];

    /// <summary>That a new one needs its secret is [inferred]; address and switch of a changed one are required. [docs]</summary>
    private static (string? Url, bool? Enabled, string? Secret) Read(SandboxCall call, params string[] required)
    {
        List<QontoError> findings = [];
        var body = new CheckedObject(call.ReadBody(), "", findings);
        Array.ForEach(required, body.Require);
        var (url, enabled, secret) = (body.Text("callback_url"), body.Flag("enabled"), body.Text("secret"));
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            body.Add(QontoCodes.InvalidFormat, "callback_url must be an absolute web address.", "callback_url");
        }

        return findings.Count == 0 ? (url, enabled, secret) : throw new QontoException((HttpStatusCode)422, findings);
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, QontoWebhook webhook) => Reply.Json(status, json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("webhook_subscription");
        webhook.Write(json);
        json.WriteEndObject();
    });

    private HttpResponseMessage Register(SandboxCall call)
    {
        var (url, enabled, secret) = Read(call, "callback_url", "secret");
        var webhook = new QontoWebhook
        {
            Id = state.NextId("webhook"),
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
            CallbackUrl = url!,
            Enabled = enabled ?? true,
            Secret = secret!,
        };
        state.Webhooks.Add(webhook);
        return Answer(HttpStatusCode.Created, webhook);
    }

    private HttpResponseMessage List(SandboxCall call) => QontoWriting.Page(
        "webhook_subscriptions", Rows.From(state.Webhooks, (json, webhook) => webhook.Write(json)), QontoPaging.PageOf(call.Query));

    private HttpResponseMessage Change(SandboxCall call)
    {
        var webhook = (Guid.TryParse(call.Values[0], out var id) ? state.Webhooks.Find(one => one.Id == id) : null)
            ?? throw QontoException.NotFound("Webhook");
        var (url, enabled, secret) = Read(call, "callback_url", "enabled");
        webhook.CallbackUrl = url!;
        webhook.Enabled = enabled!.Value;
        webhook.Secret = secret ?? webhook.Secret;
        webhook.UpdatedAt = state.Now;
        return Answer(HttpStatusCode.OK, webhook);
    }
}
