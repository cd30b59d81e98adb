using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>Webhooks, what signs them, and their deliveries: config scope only. [docs 2021]</summary>
internal sealed class WebhookEndpoints(PowensState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("GET", "webhooks", call => Managed(call, List)),
        new("POST", "webhooks", call => Managed(call, Add)),
        new("GET", "webhooks/auth", call => Managed(call, ListSecrets)),
        new("POST", "webhooks/auth", call => Managed(call, AddSecret)),
        new("POST", "webhooks/{webhook}", call => Managed(call, Change)),
        new("DELETE", "webhooks/{webhook}", call => Managed(call, Remove)),
        new("GET", "webhooks/{webhook}/logs", call => Managed(call, ListDeliveries)),
    ];

    private HttpResponseMessage Managed(SandboxCall call, Func<SandboxCall, HttpResponseMessage> answer)
    {
        state.Access.RequireScope(call, PowensScope.Config);
        return answer(call);
    }

    private PowensWebhook Find(SandboxCall call) => state.Webhooks.Find(call.Values[0]);

    private static HttpResponseMessage Write(PowensWebhook webhook) => Reply.Json(json =>
    {
        json.WriteStartObject();
        webhook.WriteFields(json);
        json.WriteEndObject();
    });

    private HttpResponseMessage List(SandboxCall call) => PowensReply.List("webhooks", state.Webhooks.Webhooks, (json, webhook) => webhook.WriteFields(json));

    private HttpResponseMessage Add(SandboxCall call)
    {
        var body = new PowensBody(call);
        body.Require(["url", "event"]);
        CheckSecret(body);
        return Write(state.Webhooks.Add(body));
    }

    private HttpResponseMessage Change(SandboxCall call)
    {
        var (webhook, body) = (Find(call), new PowensBody(call));
        CheckSecret(body);
        webhook.Change(body, state.Now);
        return Write(webhook);
    }

    private HttpResponseMessage Remove(SandboxCall call)
    {
        state.Webhooks.Webhooks.Remove(Find(call));
        return Reply.NoContent();
    }

    private HttpResponseMessage ListDeliveries(SandboxCall call)
    {
        var (from, to) = (call.Query.Date("min_date"), call.Query.Date("max_date"));
        var rows = state.Webhooks.DeliveriesOf(Find(call))
            .Where(row => call.Query["id_user"] is not { } user || PowensWriting.IsId(row.UserId, user))
            .Where(row => ParisTime.IsWithin(row.At, from, to))
            .ToList();
        return PowensReply.Page("webhooklogs", rows, call.Query, (json, row) => row.WriteFields(json));
    }

    private void CheckSecret(PowensBody body)
    {
        if (body.Number("id_auth") is { } id && !state.Webhooks.Secrets.Exists(secret => secret.Id == id))
        {
            throw PowensException.Invalid("id_auth", "there is no such secret");
        }
    }

    /// <summary>The secret itself comes when it is made, and not in lists. [inferred]</summary>
    private HttpResponseMessage ListSecrets(SandboxCall call) => PowensReply.List("authproviders", state.Webhooks.Secrets, (json, secret) => WriteFields(json, secret));

    private HttpResponseMessage AddSecret(SandboxCall call)
    {
        var body = new PowensBody(call);
        var type = call.Query["type"] ?? body.Text("type") ?? throw PowensException.Missing(["type"]);
        var name = call.Query["name"] ?? body.Text("name") ?? throw PowensException.Missing(["name"]);
        if (type is not "hmac_signature")
        {
            throw PowensException.Invalid("type", "it must be hmac_signature");
        }

        var id = state.Webhooks.Secrets.Count + 1L;
        var secret = new WebhookSecret(id, name, type, $"sandbox-webhook-secret-{Hash.Compute(state.Options.Seed, "powens webhook", id):x16}");
        state.Webhooks.Secrets.Add(secret);
        return Reply.Json(json =>
        {
            json.WriteStartObject();
            WriteFields(json, secret);
            json.WriteStartObject("config");
            json.WriteString("secret_key", secret.Value);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static void WriteFields(Utf8JsonWriter json, WebhookSecret secret)
    {
        json.WriteNumber("id", secret.Id);
        json.WriteString("type", secret.Type);
        json.WriteString("name", secret.Name);
    }
}
