using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qonto.Inferred;
using CompanyData.Sandbox.Qonto.Rules;

namespace CompanyData.Sandbox.Qonto.Endpoints;

/// <summary>What has happened, and what the partner tells of. [docs]</summary>
internal sealed class EventEndpoints(QontoState state)
{
    public IEnumerable<Route> Routes => [new("GET", "events", List), new("POST", "partner_events", Tell)];

    /// <summary>Oldest first. [inferred]</summary>
    private HttpResponseMessage List(SandboxCall call)
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

    /// <summary>Told twice, the earliest time is kept. [docs] What is answered is not published: the event as it is kept. [inferred]</summary>
    private HttpResponseMessage Tell(SandboxCall call)
    {
        List<QontoError> findings = [];
        var body = new CheckedObject(call.ReadBody(), "", findings);
        body.Require("event");
        body.Require("occurred_at");
        var (name, at) = (body.Text("event"), body.Date("occurred_at"));
        var (registration, organization) = (body.Text("registration_id"), body.Text("organization_id"));
        if (registration is null && organization is null)
        {
            body.Add(QontoCodes.Required, "organization_id or registration_id is required.", "registration_id");
        }
        else if (registration is not null && !state.Registrations.Exists(one => one.Id.ToString("D") == registration))
        {
            body.Add(QontoCodes.NotFound, "There is no such registration.", "registration_id");
        }
        else if (organization is not null && !state.Registrations.Exists(one => QontoWriting.OrganizationId(one).ToString("D") == organization))
        {
            body.Add(QontoCodes.NotFound, "There is no such organization.", "organization_id");
        }

        if (findings.Count > 0)
        {
            throw QontoException.Invalid([.. findings]);
        }

        var earliest = state.Tell(new QontoPartnerEvent(name!, registration, organization), at!.Value);
        return Reply.Json(QontoDefaults.Created, json =>
        {
            json.WriteStartObject();
            json.WriteString("event", name);
            json.WriteString("occurred_at", QontoWriting.Seconds(earliest));
            json.WriteString("registration_id", registration);
            json.WriteString("organization_id", organization);
            json.WriteEndObject();
        });
    }
}
