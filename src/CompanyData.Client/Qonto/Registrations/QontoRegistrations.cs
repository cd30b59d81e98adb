using System.Text.Json;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>Manages registrations, which are account openings.</summary>
public sealed class QontoRegistrations
{
    private readonly ApiTransport _transport;
    private readonly QontoRequests _requests;
    private readonly KnownRegistrations _known;

    internal QontoRegistrations(ApiTransport transport, QontoRequests requests)
    {
        _transport = transport;
        _requests = requests;
        _known = new(ListAsync);
    }

    /// <summary>
    /// Finds a registration of the same company, by legal number or, without one, by name: among those that the service listed when this was
    /// first called, and those that the session has created since.
    /// </summary>
    /// <returns>Its id and status; null if none is known.</returns>
    public Task<string?> FindSameAsync(QontoRegistrationDraft draft, CancellationToken cancellationToken)
        => _known.FindAsync(KnownRegistrations.CompanyOf(draft.LegalNumber, draft.LegalName), cancellationToken);

    /// <summary>POST /register/registrations [seed]. No idempotency key is documented, so the request is sent only once.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.OutcomeUnknown"/> if the response was lost and the registration may exist.</exception>
    public async Task<QontoRegistration> CreateAsync(QontoRegistrationDraft draft, CancellationToken cancellationToken)
    {
        ApiRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = "register/registrations",
            Operation = "create the registration",
            Subject = draft.LegalNumber ?? draft.LegalName,
            Safety = RequestSafety.Create,
            Body = JsonSerializer.SerializeToUtf8Bytes(draft.Body, QontoJsonContext.Default.JsonObject),
        };
        QontoRegistration created = _requests.Unwrap(
            request,
            await _requests.CreateOnceAsync(
                request, QontoJsonContext.Default.QontoEnvelopeQontoRegistration, "Check with: Get-QontoRegistration", cancellationToken).ConfigureAwait(false));
        return _known.Remember(created, KnownRegistrations.CompanyOf(draft.LegalNumber, draft.LegalName));
    }

    /// <summary>GET /register/registrations/{id} [docs].</summary>
    public async Task<QontoRegistration> GetAsync(string registrationId, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Get(ApiPath.Create($"register/registrations/{registrationId}"), "read the registration", registrationId);
        return _requests.Unwrap(
            request,
            await _transport.SendAsync(request, QontoJsonContext.Default.QontoEnvelopeQontoRegistration, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>GET /register/registrations [docs]; documented for company creations.</summary>
    public IAsyncEnumerable<QontoRegistration> ListAsync(CancellationToken cancellationToken) => _requests.ReadAsync(
        "register/registrations",
        "list the registrations",
        subject: null,
        QontoJsonContext.Default.QontoPageQontoRegistration,
        registration => registration.Id,
        cancellationToken);

    /// <summary>Waits until a registration has reached a status, or one after it.</summary>
    /// <param name="registrationId">The registration.</param>
    /// <param name="status">The status to wait for.</param>
    /// <param name="timeout">How long; null for no limit.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <param name="ignored">Undocumented statuses that the wait passes through.</param>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrorKind.WaitTimeout"/> if the time-out is reached; <see cref="ApiErrorKind.UnknownStatus"/> if the registration has an
    /// undocumented status, which may be final: the wait could last forever.
    /// </exception>
    public async Task<QontoRegistration> WaitAsync(
        string registrationId, string status, TimeSpan? timeout, CancellationToken cancellationToken, IReadOnlyCollection<string>? ignored = null)
    {
        QontoRegistration? last = null;
        QontoRegistration? reached = await _transport.Polls.WaitAsync(
            ApiPath.Create($"register/registrations/{registrationId}"),
            timeout,
            token => GetAsync(registrationId, token),
            seen => QontoStatus.HasReached((last = seen).Status, status) || IsUnknown(seen.Status) ? seen : null,
            cancellationToken).ConfigureAwait(false);
        if (reached is not null && !QontoStatus.HasReached(reached.Status, status))
        {
            throw _transport.Fail(
                ApiErrorKind.UnknownStatus,
                "wait for the registration",
                $"Qonto: registration {registrationId} is '{reached.Status}', a status that Qonto does not document; the wait for '{status}' ends here.",
                registrationId,
                $"Look with: Get-QontoRegistration {registrationId}. To wait on: Wait-QontoRegistration {registrationId} -Until {status} -IgnoreStatus {reached.Status}");
        }

        return reached ?? throw _transport.Fail(
            ApiErrorKind.WaitTimeout,
            "wait for the registration",
            $"Qonto: registration {registrationId} is still {last?.Status ?? "unknown"} after {timeout}.",
            registrationId,
            last?.RedirectionLink is { } link ? $"Give the owner the link {link}, then wait again." : "Wait again, or check with: Get-QontoRegistration.");

        bool IsUnknown(string? seen) => seen is { Length: > 0 } && !QontoStatus.IsKnown(seen) && ignored?.Contains(seen, StringComparer.OrdinalIgnoreCase) != true;
    }

    /// <summary>POST …/trigger_owner_email [docs], for company creations only. Sent only once: a second e-mail would confuse the owner.</summary>
    public async Task SendOwnerEmailAsync(string registrationId, CancellationToken cancellationToken)
    {
        ApiRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = ApiPath.Create($"register/registrations/{registrationId}/trigger_owner_email"),
            Operation = "send the owner's e-mail",
            Subject = registrationId,
            Safety = RequestSafety.Create,
        };
        try
        {
            await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (exception.CanCheckOutcome)
        {
            throw GuardedCreate.Unknown(exception, registrationId, "Ask the owner whether it arrived before sending again.");
        }
    }
}
