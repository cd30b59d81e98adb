using System.Net;
using CompanyData.Sandbox.Creditro;
using CompanyData.Sandbox.Faults;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens;
using CompanyData.Sandbox.Qard;
using CompanyData.Sandbox.Qonto;

namespace CompanyData.Sandbox;

/// <summary>
/// An emulator of the APIs behind an <see cref="HttpClient"/>: no port, no process. It is written from the documents alone
/// and shares no model with the client. It keeps its state until it is disposed and is safe for concurrent use.
/// Sirens that begin with 000 play the parts that <see cref="Qard.MagicSirens"/> lists, Powens connectors those of
/// <see cref="Powens.MagicConnectors"/>, legal numbers of Qonto registrations those of <see cref="Qonto.MagicLegalNumbers"/>,
/// Creditro customers those of <see cref="Creditro.MagicCustomers"/>.
/// </summary>
public sealed class SandboxHandler : HttpMessageHandler
{
    private readonly SandboxOptions _options;
    private readonly FaultInjector _faults;
    private readonly RequestLog _log = new();
    private readonly SandboxService[] _services;
    private readonly CompanyHistory _history;
    private readonly QardEventFeed _qardEvents;
    private readonly QardAlertFeed _alerts;
    private readonly QontoEventFeed _qontoEvents;
    private readonly PowensEventFeed _powensEvents;
    private long _requestCount;

    /// <summary>Starts with no users.</summary>
    public SandboxHandler(SandboxOptions options)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _faults = new FaultInjector(options);
        var qard = new QardState(options);
        _history = qard.History;
        _qardEvents = new QardEventFeed(qard);
        _alerts = new QardAlertFeed(qard);
        var powens = new PowensState(options);
        _powensEvents = new PowensEventFeed(powens);
        var qonto = new QontoState(options);
        _qontoEvents = new QontoEventFeed(qonto);
        _services =
        [
            new QardApi(qard), new QardConsentPages(qard), new PowensApi(powens), new PowensWebview(powens),
            new QontoApi(qonto), new QontoOnboardingPages(qonto), new CreditroApi(options),
        ];
    }

    /// <summary>Where the Qard API is mounted: its base URL is the origin followed by this path.</summary>
    public static string QardPath => "qard/api/v6";

    /// <summary>Where the Powens API 2.0 is mounted: its base URL is the origin followed by this path.</summary>
    public static string PowensPath => "powens/2.0";

    /// <summary>
    /// Where the Powens webview is mounted, in place of webview.powens.com: <c>/{lang}/{connect|reconnect|manage}</c> and the
    /// query of the real one. Visiting it counts as doing what it asks for.
    /// </summary>
    public static string PowensWebviewPath => "powens/webview";

    /// <summary>
    /// Where the Qonto hosts are mounted: their base URL is the origin followed by this path, and calls are below
    /// <c>/register</c>. A <c>redirection_link</c> leads to <c>/onboarding</c>: visiting it starts the journey.
    /// </summary>
    public static string QontoPath => "qonto";

    /// <summary>Where the Creditro KYC cases are mounted: a call adds the customer id to the origin and this path.</summary>
    public static string CreditroPath => "creditro/kyc";

    /// <summary>Number of requests begun since the sandbox started.</summary>
    public long RequestCount => Interlocked.Read(ref _requestCount);

    /// <summary>How many faults of each kind have been injected since the sandbox started.</summary>
    public IReadOnlyDictionary<FaultKind, long> FaultCounts => _faults.Counts;

    /// <summary>The last 10,000 requests that ended, oldest first.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _log.Snapshot();

    /// <summary>Everything that has happened to a company, in its order.</summary>
    public IReadOnlyList<CompanyEvent> GetHistory(string siren) => _history.Find(siren);

    /// <summary>Lets things happen to a company: what is read of it afterwards shows them. A company that nobody has asked for yet is one too.</summary>
    /// <returns>Everything that has happened to it.</returns>
    public IReadOnlyList<CompanyEvent> Age(string siren, IReadOnlyCollection<CompanyEvent> events) => Note(siren, _history.Add(siren, events), events.Count);

    /// <summary>Lets some things happen to a company; which, follows from the seed, the siren and what happened before.</summary>
    /// <returns>Everything that has happened to it.</returns>
    public IReadOnlyList<CompanyEvent> Age(string siren, int count) => Note(siren, _history.Add(siren, count), count);

    /// <summary>
    /// What the services would have told webhooks since this was last asked: the latest first and each call twice, since neither order nor a
    /// single delivery is promised. Powens tells the webhooks that are registered, and no other.
    /// </summary>
    /// <param name="address">Stands in for each address that is not on this machine, or not registered.</param>
    public IReadOnlyList<SandboxWebhook> TakeWebhooks(Uri address)
    {
        lock (_qardEvents)
        {
            List<SandboxWebhook> calls = [.. _qardEvents.Take(address), .. _alerts.Take(address), .. _powensEvents.Take(address), .. _qontoEvents.Take(address)];
            calls.Reverse();
            return [.. calls, .. calls];
        }
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _requestCount);
        var id = $"sandbox-{number:D8}";
        var status = 0;
        var service = FindService(request);
        var underWay = service?.Begin() ?? 0;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _options.Time.DelayAsync(_options.Latency, cancellationToken).ConfigureAwait(false);
            var response = service is null
                ? Reply.Text(HttpStatusCode.NotFound, "text/plain", "Nothing is mounted here.")
                : await AnswerAsync(service, number, await ReadAsync(service, id, underWay, request).ConfigureAwait(false), cancellationToken)
                    .ConfigureAwait(false);
            response.RequestMessage = request;
            response.Headers.Date = _options.Time.GetUtcNow();
            response.Headers.Add("X-Request-Id", id);
            status = (int)response.StatusCode;
            return response;
        }
        finally
        {
            service?.End();
            _log.Add(new SandboxRequest(request.Method.Method, request.RequestUri!.PathAndQuery, status));
        }
    }

    private IReadOnlyList<CompanyEvent> Note(string siren, IReadOnlyList<CompanyEvent> history, int count)
    {
        _alerts.Note(siren, history.Skip(history.Count - count));
        return history;
    }

    private static string PathOf(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.Trim('/');

    private SandboxService? FindService(HttpRequestMessage request) =>
        Array.Find(_services, service => service.Owns(PathOf(request)));

    private static async Task<SandboxCall> ReadAsync(SandboxService service, string id, int underWay, HttpRequestMessage request)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        return new SandboxCall(request, service.PathBelow(PathOf(request)), body) { RequestId = id, UnderWay = underWay };
    }

    private async Task<HttpResponseMessage> AnswerAsync(
        SandboxService service, long number, SandboxCall call, CancellationToken cancellationToken)
    {
        var response = service.HasFaults
            ? await _faults.AnswerAsync(number, call, () => service.Answer(call), cancellationToken).ConfigureAwait(false)
            : service.Answer(call);
        await _options.Time.DelayAsync(service.DelayOf(call), cancellationToken).ConfigureAwait(false);
        return response;
    }
}
