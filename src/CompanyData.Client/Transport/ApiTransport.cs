using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;

namespace CompanyData.Transport;

/// <summary>Sends the requests of one session through its pipeline of policies and reads the answers.</summary>
internal sealed class ApiTransport : IDisposable
{
    private const int MaxRedirects = 5;
    private static readonly TimeSpan LongestProbe = TimeSpan.FromSeconds(30);
    private static readonly Random Jitter = new();

    private readonly HttpClient _http;
    private readonly ResiliencePipeline _pipeline;
    private readonly RateGate _gate;
    private readonly SessionBreaker _breaker;
    private readonly ServiceDialect _dialect;
    private readonly ServiceOptions _options;

    /// <exception cref="ArgumentException">The address may not be used, or no header can carry a key.</exception>
    public ApiTransport(ServiceOptions options, ServiceDialect dialect)
    {
        options.Validate();
        if (dialect.Secrets.Any(secret => !secret.FitsHeader))
        {
            throw new ArgumentException("The key holds a line break or another character that a key cannot have.", nameof(dialect));
        }

        _options = options;
        _dialect = dialect;
        BaseUri = options.BaseUri.AbsoluteUri.EndsWith("/", StringComparison.Ordinal) ? options.BaseUri : new Uri(options.BaseUri.AbsoluteUri + "/");
        _gate = new RateGate(options.Time, NextRandom);
        _breaker = new SessionBreaker(dialect, options, _gate);
        _pipeline = ResiliencePolicies.Build(dialect.Service, options, _gate, _breaker, dialect.Probe is { } probe ? token => ProbeAsync(probe, token) : null, NextRandom);
        Polls = new Poller(options.Time);
        _http = new HttpClient(options.Handler ?? HttpHandlers.Create(), disposeHandler: options.Handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public Uri BaseUri { get; }

    public TimeProvider Time => _options.Time;

    public int MaxRetries => _options.MaxRetries;

    public TimeSpan AttemptTimeout => _options.AttemptTimeout;

    public UsageCounter Usage { get; } = new();

    public ReadAhead ReadAhead { get; } = new();

    /// <summary>The session's waits.</summary>
    public Poller Polls { get; }

    /// <summary>Sends it and reads one JSON value.</summary>
    /// <exception cref="ApiException">Any failure, an empty answer included.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => ExecuteAsync(
            request,
            (response, call, token) => ReadAsync(
                response,
                call,
                async (stream, inner) => await JsonSerializer.DeserializeAsync(stream, type, inner).ConfigureAwait(false)
                    ?? throw new InvalidDataException("without content."),
                token),
            cancellationToken);

    /// <summary>Sends it and reads one JSON value, or null where the answer is 204, or 201 with an empty body.</summary>
    /// <exception cref="ApiException">Any failure.</exception>
    public Task<T?> SendOptionalAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => ExecuteAsync(
            request,
            (response, call, token) => IsEmpty(response) ? Task.FromResult<T?>(null) : ReadOptionalAsync(response, call, type, token),
            cancellationToken);

    /// <summary>Sends it and reads one page: an envelope, a bare array, or nothing where the answer is 204.</summary>
    /// <exception cref="ApiException">Any failure.</exception>
    public Task<Page<T>> SendPageAsync<T>(
        ApiRequest request, JsonTypeInfo<List<T>> array, JsonTypeInfo<PageEnvelope<T>> envelope, CancellationToken cancellationToken)
        => ExecuteAsync(
            request,
            (response, call, token) => (int)response.StatusCode == 204
                ? Task.FromResult(new Page<T>([], null, null, null))
                : ReadAsync(response, call, (stream, inner) => PageEnvelope<T>.ReadAsync(stream, array, envelope, inner), token),
            cancellationToken);

    /// <summary>Sends it; whatever a successful answer holds is not looked at, unless it is a page: then something else has answered.</summary>
    /// <exception cref="ApiException">Any failure.</exception>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken)
        => ExecuteAsync(
            request,
            (response, call, token) => ReadAsync(
                response,
                call,
                async (stream, inner) => await stream.PeekAsync(inner).ConfigureAwait(false) == '<' ? throw new JsonException() : true,
                token),
            cancellationToken);

    /// <summary>Sends it and hands the file that is answered over with its body unread.</summary>
    /// <exception cref="ApiException">Any failure; a page in place of a file is one.</exception>
    public async Task<FileDownload> OpenFileAsync(ApiRequest request, CancellationToken cancellationToken)
        => new(await OpenAsync(request, cancellationToken).ConfigureAwait(false), this, request);

    /// <summary>As <see cref="OpenFileAsync"/>, the answer as it came; the caller disposes it.</summary>
    public Task<HttpResponseMessage> OpenAsync(ApiRequest request, CancellationToken cancellationToken)
        => ExecuteAsync(
            request,
            (response, call, _) => IsPage(response) ? throw Failures.NoFile(response, _dialect, call) : Task.FromResult(response),
            cancellationToken,
            keepOpen: true);

    /// <summary>What is said where a body breaks that is read above the transport.</summary>
    public ApiException FailBody(ApiRequest request, ApiErrorKind kind, string reason, int attempts, Exception? cause = null)
        => Failures.OfBody(kind, reason, _dialect, request, attempts, cause);

    /// <summary>An exception with the session's name and secrets applied, for failures found above the transport.</summary>
    public ApiException Fail(ApiErrorKind kind, string operation, string message, string? subject, string? remedy = null)
        => new(kind, _dialect.Service, operation, Sanitizer.Text(message, _dialect.Secrets))
        {
            Subject = subject,
            Remedy = remedy is null ? null : Sanitizer.Text(remedy, _dialect.Secrets),
        };

    public void Dispose() => _http.Dispose();

    private async Task<T> ExecuteAsync<T>(
        ApiRequest request,
        Func<HttpResponseMessage, ApiCall, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken,
        bool keepOpen = false)
    {
        _dialect.Demand(request);
        ApiCall call = new(request, Time.GetTimestamp());
        CallAudit.Demand(_options.Audit, _dialect, call);
        T result;
        try
        {
            result = await RunAsync(call, read, keepOpen, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Report(call, exception);
            throw;
        }

        Report(call, failure: null);
        return result;
    }

    /// <summary>Tells those who listen, and the audit, of a call that has ended.</summary>
    private void Report(ApiCall call, Exception? failure)
    {
        if (RequestTrace.IsHeard)
        {
            string path = Sanitizer.Text(Sanitizer.PathAndQuery(call.Request.Path), _dialect.Secrets);
            RequestTrace.Publish(new(_dialect.Service, call.Request.Method.Method, path, call.LastStatus, call.Attempts, Time.GetElapsedTime(call.Started)));
        }

        CallAudit.Write(_options, BaseUri, _dialect, call, failure);
    }

    private async Task<T> RunAsync<T>(
        ApiCall call, Func<HttpResponseMessage, ApiCall, CancellationToken, Task<T>> read, bool keepOpen, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(ApiCall.Key, call);
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (context, state) =>
                    await state.Transport.AttemptAsync(state.Call, state.Read, state.KeepOpen, context.CancellationToken).ConfigureAwait(false),
                context,
                (Transport: this, Call: call, Read: read, KeepOpen: keepOpen)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw Failures.From(exception, _dialect, call);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<T> AttemptAsync<T>(
        ApiCall call, Func<HttpResponseMessage, ApiCall, CancellationToken, Task<T>> read, bool keepOpen, CancellationToken cancellationToken)
    {
        Usage.CountAttempt(isRetry: call.Attempts > 0);
        call.Attempts++;
        call.LastStatus = null;
        if (BodyTrace.IsHeard && call.Attempts == 1)
        {
            BodyTrace.PublishRequest(_dialect, call.Request);
        }

        long sent = Time.GetTimestamp();
        HttpResponseMessage? response = await FollowAsync(call.Request, cancellationToken).ConfigureAwait(false);
        try
        {
            call.LastStatus = response.StatusCode;
            if (!response.IsSuccessStatusCode)
            {
                throw await RefusalAsync(response, call, sent, cancellationToken).ConfigureAwait(false);
            }

            _gate.Accepted(sent);

            T result = await read(response, call, cancellationToken).ConfigureAwait(false);
            if (keepOpen)
            {
                response = null;
            }

            return result;
        }
        finally
        {
            response?.Dispose();
        }
    }

    /// <summary>Reads follow redirects; the key goes along only within the same origin, and nothing goes to plain HTTP.</summary>
    private async Task<HttpResponseMessage> FollowAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        Uri target = new(BaseUri, request.Path);
        for (int redirects = 0; ; redirects++)
        {
            using HttpRequestMessage message = CreateMessage(request, target);
            HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)
                || request.Method != HttpMethod.Get
                || response.Headers.Location is not { } location
                || redirects == MaxRedirects)
            {
                return response;
            }

            Uri next = new(target, location);
            if (!OriginRules.MayCarrySecrets(next))
            {
                return response;
            }

            response.Dispose();
            target = next;
        }
    }

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

    private async Task<ApiException> RefusalAsync(HttpResponseMessage response, ApiCall call, long sent, CancellationToken cancellationToken)
    {
        TimeSpan? asked = RetryDelay.ReadRetryAfter(response.Headers, Time.GetUtcNow());
        TimeSpan? retryAfter = asked ?? _dialect.PauseAfter(response.StatusCode);
        if ((int)response.StatusCode == 429)
        {
            Usage.CountThrottle();
            _gate.Refused(sent, retryAfter);
        }
        else
        {
            _gate.Accepted(sent);
        }

        ErrorBody body = await ErrorBody.ReadAsync(response, _dialect, Failures.AllSecrets(_dialect, call.Request), cancellationToken).ConfigureAwait(false);
        if (BodyTrace.IsHeard)
        {
            BodyTrace.PublishRefusal(_dialect, call.Request, response.StatusCode, body);
        }

        ApiException refusal = Failures.Refusal(response, body, _dialect, call.Request, retryAfter);
        if (asked is { } pause && refusal.Kind == ApiErrorKind.ServerError)
        {
            _gate.CloseFor(pause);
        }

        return refusal;
    }

    /// <summary>Sends a request for nothing but to see whether an answer comes; the breaker is told.</summary>
    private async Task ProbeAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = Time.CreateTimeout(_options.AttemptTimeout < LongestProbe ? _options.AttemptTimeout : LongestProbe);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        ApiCall call = new(request, Time.GetTimestamp());
        Exception? failure = null;
        try
        {
            await AttemptAsync(call, static (_, _, _) => Task.FromResult(true), keepOpen: false, either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            failure = exception;
        }

        _breaker.Report(call, failure);
    }

    /// <summary>That a body is empty shows only as it is read where the answer does not announce its length.</summary>
    private Task<T?> ReadOptionalAsync<T>(HttpResponseMessage response, ApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => ReadAsync(
            response,
            call,
            async (stream, token) =>
            {
                try
                {
                    return await JsonSerializer.DeserializeAsync(stream, type, token).ConfigureAwait(false);
                }
                catch (JsonException) when (stream.BytesRead == 0 && (int)response.StatusCode == 201)
                {
                    return null;
                }
            },
            cancellationToken);

    private async Task<T> ReadAsync<T>(
        HttpResponseMessage response, ApiCall call, Func<MeteredStream, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        Stream content = await response.Content.OpenAsync(cancellationToken).ConfigureAwait(false);
        using MeteredStream stream = BodyTrace.IsHeard
            ? new(content, _options.MaxResponseBytes, new Utf8Check(), BodyTrace.MaxRead)
            : new(content, _options.MaxResponseBytes, new Utf8Check());
        try
        {
            return await read(stream, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or FormatException or InvalidOperationException)
        {
            throw Failures.Unreadable(response, stream, _dialect, call, exception);
        }
        finally
        {
            Usage.CountBytes(stream.BytesRead);
            if (BodyTrace.IsHeard)
            {
                BodyTrace.PublishAnswer(_dialect, call.Request, response.StatusCode, stream);
            }
        }
    }

    /// <summary>A page or a message in place of a file; a file that is one has a name.</summary>
    private static bool IsPage(HttpResponseMessage response)
        => response.Content.Headers is { ContentDisposition: null, ContentType.MediaType: "text/html" or "application/json" };

    private static bool IsEmpty(HttpResponseMessage response)
        => (int)response.StatusCode == 204 || ((int)response.StatusCode == 201 && response.Content.Headers.ContentLength == 0);

    private static readonly string UserAgent = $"CompanyData/{typeof(ApiTransport).Assembly.GetName().Version?.ToString(3)}";

    private static double NextRandom()
    {
        lock (Jitter)
        {
            return Jitter.NextDouble();
        }
    }
}
