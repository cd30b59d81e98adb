using System.Net;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qonto.Inferred;
using CompanyData.Sandbox.Qonto.Rules;

namespace CompanyData.Sandbox.Qonto.Endpoints;

/// <summary>Webhooks, which the sandbox delivers to nobody, and the events that they would tell of. [docs]</summary>
internal sealed class WebhookEndpoints(QontoState state)
{
    public IEnumerable<Route> Routes => [new("POST", "webhooks", Register), new("GET", "events", ListEvents)];

    /// <summary>The response, the secret included, is [docs]; which fields are required is [inferred].</summary>
    private HttpResponseMessage Register(SandboxCall call)
    {
        List<QontoError> findings = [];
        var body = new CheckedObject(call.ReadBody(), "", findings);
        body.Require("callback_url");
        body.Require("secret");
        var (url, secret, enabled) = (body.Text("callback_url"), body.Text("secret"), body.Flag("enabled") ?? true);
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            body.Add(QontoCodes.InvalidFormat, "callback_url must be an absolute web address.", "callback_url");
        }

        if (findings.Count > 0)
        {
            throw new QontoException((HttpStatusCode)422, findings);
        }

        var (id, now) = (state.NextId("webhook"), QontoWriting.Milliseconds(state.Now));
        return Reply.Json(HttpStatusCode.Created, json =>
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("created_at", now);
            json.WriteString("updated_at", now);
            json.WriteString("callback_url", url);
            json.WriteBoolean("enabled", enabled);
            json.WriteString("secret", secret);
            json.WriteEndObject();
        });
    }

    /// <summary>Oldest first. [inferred]</summary>
    private HttpResponseMessage ListEvents(SandboxCall call)
    {
        var (page, now) = (QontoPaging.PageOf(call.Query), state.Now);
        List<QontoEvent> events =
        [
            .. state.Registrations
                .SelectMany(registration => registration.StepsAt(now).Select((step, number) => new QontoEvent(registration, number, step)))
                .OrderBy(happened => happened.At),
        ];
        return QontoWriting.Page("events", Rows.From(events, (json, happened) => happened.Write(json)), page);
    }
}
