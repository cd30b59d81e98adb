namespace CompanyData.Qonto;

/// <summary>Events: what has happened to registrations.</summary>
public sealed class QontoEvents
{
    private readonly QontoRequests _requests;

    internal QontoEvents(QontoRequests requests) => _requests = requests;

    /// <summary>GET /register/events [docs].</summary>
    public IAsyncEnumerable<QontoEvent> ListAsync(CancellationToken cancellationToken) => _requests.ReadAsync(
        "register/events", "list the events", subject: null, QontoJsonContext.Default.QontoPageQontoEvent, entry => entry.Id, cancellationToken);
}
