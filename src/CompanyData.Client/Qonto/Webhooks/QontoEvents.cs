using System.Text.Json;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>Events: what has happened to registrations, and what the partner tells of.</summary>
public sealed class QontoEvents
{
    private readonly ApiTransport _transport;
    private readonly QontoRequests _requests;

    internal QontoEvents(ApiTransport transport, QontoRequests requests)
    {
        _transport = transport;
        _requests = requests;
    }

    /// <summary>GET /register/events [docs].</summary>
    public IAsyncEnumerable<QontoEvent> ListAsync(CancellationToken cancellationToken) => _requests.ReadAsync(
        "register/events", "list the events", subject: null, QontoJsonContext.Default.QontoPageQontoEvent, entry => entry.Id, cancellationToken);

    /// <summary>POST /register/partner_events [docs]: idempotent, the earliest time is kept, so a retry changes nothing.</summary>
    /// <exception cref="ArgumentException">It names neither a registration nor an organization; nothing was sent.</exception>
    public Task SendAsync(QontoPartnerEvent partnerEvent, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(partnerEvent.RegistrationId) && string.IsNullOrEmpty(partnerEvent.OrganizationId))
        {
            throw new ArgumentException("A partner event names a registration or an organization.", nameof(partnerEvent));
        }

        QontoPartnerEvent timed = new()
        {
            Event = partnerEvent.Event,
            OccurredAt = partnerEvent.OccurredAt ?? _transport.Time.GetUtcNow(),
            OrganizationId = partnerEvent.OrganizationId,
            RegistrationId = partnerEvent.RegistrationId,
        };
        return _transport.SendAsync(
            new ApiRequest
            {
                Method = HttpMethod.Post,
                Path = "register/partner_events",
                Operation = "send the partner event",
                Subject = timed.RegistrationId ?? timed.OrganizationId,
                Safety = RequestSafety.Idempotent,
                Body = JsonSerializer.SerializeToUtf8Bytes(timed, QontoJsonContext.Default.QontoPartnerEvent),
            },
            cancellationToken);
    }
}
