namespace CompanyData.Transport;

/// <summary>Sends a request once, authenticated, and follows redirects.</summary>
internal sealed class RequestSender : IDisposable
{
    private const int MaxRedirects = 5;
    private static readonly string UserAgent = $"CompanyData/{typeof(RequestSender).Assembly.GetName().Version?.ToString(3)}";

    private readonly HttpClient _http;
    private readonly ServiceDialect _dialect;

    public RequestSender(ServiceOptions options, ServiceDialect dialect)
    {
        _dialect = dialect;
        BaseUri = options.BaseUri.AbsoluteUri.EndsWith("/", StringComparison.Ordinal) ? options.BaseUri : new Uri(options.BaseUri.AbsoluteUri + "/");
        _http = new HttpClient(options.Handler ?? HttpHandlers.Create(BaseUri), disposeHandler: options.Handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public Uri BaseUri { get; }

    /// <summary>Returns when the response headers have arrived. GET follows redirects; the key is sent only to the session's origin, and plain HTTP is never followed.</summary>
    public async Task<HttpResponseMessage> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        ApiRequest request = call.Request;
        Uri target = new(BaseUri, request.Path);
        for (int redirects = 0; ; redirects++)
        {
            call.RedirectedTo = OriginRules.SameOrigin(target, BaseUri) ? null : target;
            using HttpRequestMessage message = CreateMessage(request, target);
            HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
            {
                return response;
            }

            Uri next = new(target, location);
            if (request.Method != HttpMethod.Get || redirects == MaxRedirects || !OriginRules.MayCarrySecrets(next))
            {
                call.RedirectedTo = next;
                return response;
            }

            response.Dispose();
            target = next;
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage CreateMessage(ApiRequest request, Uri target)
    {
        HttpRequestMessage message = new(request.Method, target);
#if !NETSTANDARD
        message.Version = System.Net.HttpVersion.Version20;
        message.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (request.CreateContent is { } createContent)
        {
            message.Content = createContent();
        }
        else if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        if (OriginRules.SameOrigin(target, BaseUri))
        {
            _dialect.Authenticate(message, request);
        }

        return message;
    }
}
