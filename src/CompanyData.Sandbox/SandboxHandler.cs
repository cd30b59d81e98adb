using System.Net;
using CompanyData.Sandbox.Faults;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens;
using CompanyData.Sandbox.Qard;

namespace CompanyData.Sandbox;

/// <summary>
/// An emulator of the APIs behind an <see cref="HttpClient"/>: no port, no process. It is written from the documents alone
/// and shares no model with the client. It keeps its state for as long as it lives and is safe for concurrent use.
/// Sirens that begin with 000 play the parts that <see cref="Qard.MagicSirens"/> lists, Powens connectors those of
/// <see cref="Powens.MagicConnectors"/>.
/// </summary>
public sealed class SandboxHandler : HttpMessageHandler
{
    private readonly SandboxOptions _options;
    private readonly FaultInjector _faults;
    private readonly RequestLog _log = new();
    private readonly SandboxService[] _services;
    private long _requestCount;

    /// <summary>Starts an empty world.</summary>
    public SandboxHandler(SandboxOptions options)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _faults = new FaultInjector(options);
        var qard = new QardState(options);
        var powens = new PowensState(options);
        _services = [new QardApi(qard), new QardConsentPages(qard), new PowensApi(powens), new PowensWebview(powens)];
    }

    /// <summary>Where the Qard API is mounted: its base URL is the origin followed by this path.</summary>
    public static string QardPath => "qard/api/v6";

    /// <summary>Where the Powens API 2.0 is mounted: its base URL is the origin followed by this path.</summary>
    public static string PowensPath => "powens/2.0";

    /// <summary>
    /// Where the Powens webview is mounted, in place of webview.powens.com: <c>/{lang}/{connect|reconnect|manage}</c> and the
    /// query of the real one. To visit it is to do what it asks for.
    /// </summary>
    public static string PowensWebviewPath => "powens/webview";

    /// <summary>Number of requests begun since the sandbox started.</summary>
    public long RequestCount => Interlocked.Read(ref _requestCount);

    /// <summary>The last 10,000 requests that ended, oldest first.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _log.Snapshot();

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _requestCount);
        var id = $"sandbox-{number:D8}";
        var status = 0;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _options.Time.DelayAsync(_options.Latency, cancellationToken).ConfigureAwait(false);
            var (response, delay) = await AnswerAsync(number, id, request).ConfigureAwait(false);
            await _options.Time.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
            response.RequestMessage = request;
            response.Headers.Date = _options.Time.GetUtcNow();
            response.Headers.Add("X-Request-Id", id);
            status = (int)response.StatusCode;
            return response;
        }
        finally
        {
            _log.Add(new SandboxRequest(request.Method.Method, request.RequestUri!.PathAndQuery, status));
        }
    }

    private async Task<(HttpResponseMessage Response, TimeSpan Delay)> AnswerAsync(long number, string id, HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath.Trim('/');
        var service = Array.Find(_services, service => service.Owns(path));
        if (service is null)
        {
            return (Reply.Text(HttpStatusCode.NotFound, "text/plain", "Nothing is mounted here."), TimeSpan.Zero);
        }

        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        var call = new SandboxCall(request, service.PathBelow(path), body) { RequestId = id };
        var fault = service.HasFaults ? _faults.Pick(number) : Fault.None;
        return (await _faults.ApplyAsync(fault, () => service.Answer(call)).ConfigureAwait(false), service.DelayOf(call));
    }
}
