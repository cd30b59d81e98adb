using System.Net;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qonto.Inferred;
using CompanyData.Sandbox.Qonto.Rules;

namespace CompanyData.Sandbox.Qonto.Endpoints;

/// <summary>Registrations: creating one is [seed], the list, one of it, and the e-mail to its owner are [docs].</summary>
internal sealed class RegistrationEndpoints(QontoState state)
{
    public IEnumerable<Route> Routes =>
    [
        new("POST", "registrations", Create),
        new("GET", "registrations", List),
        new("GET", "registrations/{registration}", Read),
        new("POST", "registrations/{registration}/trigger_owner_email", SendOwnerEmail),
    ];

    private static HttpResponseMessage Page(HttpStatusCode status, string title) =>
        Reply.Text(status, "text/html", $"<html><body><h1>{title}</h1></body></html>");

    private HttpResponseMessage Create(SandboxCall call)
    {
        var (body, now) = (call.ReadBody(), state.Now);
        var findings = RegistrationRules.Check(body, now);
        if (findings.Count > 0)
        {
            throw new QontoException((HttpStatusCode)422, findings);
        }

        RefuseMagic(MagicLegalNumbers.PartOf(body.Find("organization")?.Text("legal_number")));
        var registration = state.Add(body);
        return registration.Part switch
        {
            RegistrationPart.BadGateway => Page(HttpStatusCode.BadGateway, "502 Bad Gateway"),
            RegistrationPart.EmptyBody => new HttpResponseMessage(QontoDefaults.Created) { Content = new ByteArrayContent([]) },
            _ => Answer(QontoDefaults.Created, registration, call),
        };
    }

    private void RefuseMagic(RegistrationPart part)
    {
        switch (part)
        {
            case RegistrationPart.Refused:
                throw QontoException.Invalid(
                    new(QontoCodes.UnsupportedCountry, "The country is not supported.", "/organization/address/country"),
                    new(QontoCodes.Invalid, "The registration cannot be made."));
            case RegistrationPart.RateLimited when state.Refusals < QontoDefaults.RefusalsForNow:
                state.Refusals++;
                throw QontoException.TooMany(QontoDefaults.RetryAfter);
            case RegistrationPart.RateLimited:
                state.Refusals = 0;
                break;
            case RegistrationPart.AlwaysRateLimited:
                throw QontoException.TooMany(retryAfter: null);
            case RegistrationPart.ServerError:
                throw new QontoException(HttpStatusCode.InternalServerError, [new(QontoCodes.ServerError, "Something went wrong.")]);
        }
    }

    /// <summary>Newest first [inferred]; documented for company creations [docs].</summary>
    private HttpResponseMessage List(SandboxCall call)
    {
        var (page, now) = (QontoPaging.PageOf(call.Query), state.Now);
        var shown = state.Registrations.FindAll(registration => registration.IsCompanyCreation || !state.Options.QontoStrictFlows);
        shown.Reverse();
        return QontoWriting.Page(
            "registrations",
            Rows.From(shown, (json, registration) => RegistrationWriter.Write(json, registration, now, call.Origin)),
            page);
    }

    private HttpResponseMessage Read(SandboxCall call)
    {
        var registration = state.Find(call.Values[0]);
        return registration.Part is RegistrationPart.Late && registration.IsFreshAt(state.Now)
            ? throw QontoException.NotFound("Registration")
            : Answer(HttpStatusCode.OK, registration, call);
    }

    private HttpResponseMessage SendOwnerEmail(SandboxCall call) => state.Find(call.Values[0]).IsCompanyCreation
        ? new HttpResponseMessage(QontoDefaults.EmailSent) { Content = new ByteArrayContent([]) }
        : throw QontoException.Invalid(new QontoError(QontoCodes.NotAllowed, "Only company creations send an e-mail to the owner."));

    private HttpResponseMessage Answer(HttpStatusCode status, QontoRegistration registration, SandboxCall call) =>
        Reply.Json(status, json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("registration");
            RegistrationWriter.Write(json, registration, state.Now, call.Origin);
            json.WriteEndObject();
        });
}
