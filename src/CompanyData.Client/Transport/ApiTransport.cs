using System.Text.Json.Serialization.Metadata;
using Polly;

namespace CompanyData.Transport;

/// <summary>Sends the requests of one session through its resilience pipeline.</summary>
internal sealed class ApiTransport : IDisposable
{
    private static readonly TimeSpan MaxErrorBodyTime = TimeSpan.FromSeconds(5);

    private readonly RequestSender _sender;
    private readonly ResponseReader _reader;
    private readonly ResiliencePipeline _attempt;
    private readonly ResiliencePipeline _pipeline;
    private readonly AdaptiveRateLimiter _limiter;
    private readonly ServiceDialect _dialect;
    private readonly SessionAddress _address;
    private readonly ServiceOptions _options;
    private readonly SessionLifetime _lifetime;

    /// <exception cref="ArgumentException">The address is not allowed, or a key contains characters that an HTTP header cannot carry.</exception>
    public ApiTransport(ServiceOptions options, ServiceDialect dialect)
    {
        options.Validate();
        if (dialect.Secrets.Any(secret => !secret.FitsHeader))
        {
            string source = options.KeyVariable is { } variable ? $" in the environment variable {variable}" : string.Empty;
            throw new ArgumentException($"The key{source} contains a line break or another character that is not allowed in a key.");
        }

        _options = options;
        _dialect = dialect;
        _address = new SessionAddress(options, dialect.ConnectCommand);
        _sender = new RequestSender(options, dialect);
        _reader = new ResponseReader(dialect, options, Usage);
        _limiter = new AdaptiveRateLimiter(options.Time, options.Random, options.MaxRequestsPerSecond);
        ServiceCircuitBreaker breaker = new(dialect, options, _limiter);
        _attempt = ResiliencePolicies.BuildAttempt(options, breaker);
        _pipeline = ResiliencePolicies.Build(
            dialect.Service, options, _limiter, breaker, _attempt, dialect.Probe is { } probe ? token => ProbeAsync(probe, token) : null, options.Random);
        _lifetime = new SessionLifetime(dialect);
        Polls = new Poller(options.Time, _lifetime, options.Random);
    }

    public Uri BaseUri => _sender.BaseUri;

    public TimeProvider Time => _options.Time;

    public int MaxRetries => _options.MaxRetries;

    public TimeSpan AttemptTimeout => _options.AttemptTimeout;

    public UsageCounter Usage { get; } = new();

    public PrefetchBudget PrefetchBudget { get; } = new();

    /// <summary>Polls for all waits of the session.</summary>
    public Poller Polls { get; }

    /// <summary>Sends a request and reads one JSON value.</summary>
    /// <exception cref="ApiException">Any failure, including an empty response.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => ExecuteAsync(request, (response, call, token) => _reader.ReadAsync(response, call, type, token), cancellationToken);

    /// <summary>Sends a request and reads one JSON value; returns null for 204, or for 201 with an empty body.</summary>
    /// <exception cref="ApiException">Any failure.</exception>
    public Task<T?> SendOptionalAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => ExecuteAsync(request, (response, call, token) => _reader.ReadOptionalAsync(response, call, type, token), cancellationToken);

    /// <summary>Sends a request and reads one page: an envelope, a bare array, or an empty page for 204.</summary>
    /// <exception cref="ApiException">Any failure.</exception>
    public Task<Page<T>> SendPageAsync<T>(
        ApiRequest request, JsonTypeInfo<List<T>> array, JsonTypeInfo<PageEnvelope<T>> envelope, CancellationToken cancellationToken)
        => ExecuteAsync(request, (response, call, token) => _reader.ReadPageAsync(response, call, array, envelope, token), cancellationToken);

    /// <summary>Sends a request. Ignores the body, but fails if it is HTML: a proxy answered instead of the service.</summary>
    /// <exception cref="ApiException">Any failure.</exception>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken)
        => ExecuteAsync(request, _reader.EnsureNotHtmlAsync, cancellationToken);

    /// <summary>Sends a request and returns the file in the response; its body is not read yet.</summary>
    /// <exception cref="ApiException">Any failure, including an HTML or JSON response instead of a file.</exception>
    public async Task<FileDownload> OpenFileAsync(ApiRequest request, CancellationToken cancellationToken)
        => new(await OpenAsync(request, cancellationToken).ConfigureAwait(false), this, request);

    /// <summary>Like <see cref="OpenFileAsync"/>, but returns the raw response, which the caller disposes.</summary>
    public Task<HttpResponseMessage> OpenAsync(ApiRequest request, CancellationToken cancellationToken)
        => ExecuteAsync(
            request,
            (response, call, _) => ResponseReader.IsNotFile(response) ? throw ApiExceptionFactory.NotAFile(response, _dialect, call) : Task.FromResult(response),
            cancellationToken,
            keepOpen: true);

    /// <summary>Creates the exception for a body that fails while a caller reads it.</summary>
    public ApiException FailBody(ApiRequest request, ApiErrorKind kind, string reason, int attempts)
        => ApiExceptionFactory.FromBody(kind, reason, _dialect, request, attempts, _address);

    /// <summary>Creates the exception for a failure found by a caller: adds the service's name and redacts the session's secrets.</summary>
    public ApiException Fail(ApiErrorKind kind, string operation, string message, string? subject, string? remedy = null)
        => new(kind, _dialect.Service, operation, Redactor.Own(message, _dialect.Secrets))
        {
            Subject = subject,
            Remedy = remedy is null ? null : Redactor.Own(remedy, _dialect.Secrets),
        };

    /// <summary>Closes the session. Calls in progress fail with <see cref="ApiErrorKind.SessionClosed"/>.</summary>
    public void Dispose()
    {
        _lifetime.Close();
        _sender.Dispose();
    }

    private async Task<T> ExecuteAsync<T>(
        ApiRequest request,
        Func<HttpResponseMessage, ApiCall, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken,
        bool keepOpen = false)
    {
        _dialect.EnsureCanSend(request);
        ApiCall call = new(request, Time.GetTimestamp());
        CallAudit.EnsureCanSend(_options.Audit, _dialect, call);
        T result;
        try
        {
            result = await RunAsync(call, read, keepOpen, cancellationToken).ConfigureAwait(false);
            call.CreatedId = request.Safety == RequestSafety.Create ? (result as IIdentified)?.Id : null;
        }
        catch (Exception exception)
        {
            Report(call, exception);
            throw;
        }

        Report(call, failure: null);
        return result;
    }

    /// <summary>Reports a completed call to the listener and the audit log.</summary>
    private void Report(ApiCall call, Exception? failure)
    {
        if (CallScope.Current.OnRequest is { } listener)
        {
            string path = Redactor.Own(Redactor.PathAndQuery(call.Request.Path), _dialect.Secrets);
            listener(new(_dialect.Service, call.Request.Method.Method, path, call.LastStatus, call.Attempts, Time.GetElapsedTime(call.Started)));
        }

        CallAudit.Write(_options, BaseUri, _dialect, call, failure);
    }

    private async Task<T> RunAsync<T>(
        ApiCall call, Func<HttpResponseMessage, ApiCall, CancellationToken, Task<T>> read, bool keepOpen, CancellationToken cancellationToken)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _lifetime.Closed);
        try
        {
            // Each policy copies the state it is given, hence one reference instead of several values.
            return await RunAsync(_pipeline, call, token => AttemptAsync(call, read, keepOpen, token), ended.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw _lifetime.Ended(exception)
                ? _lifetime.CreateError(
                    call.Request.Operation, call.Request.Subject, call.Attempts, mayHaveTakenEffect: call.Attempts > 0 && call.Request.Safety != RequestSafety.Read)
                : ApiExceptionFactory.From(exception, _dialect, call, _address);
        }
    }

    private static async Task<T> RunAsync<T>(
        ResiliencePipeline pipeline, ApiCall call, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(ApiCall.Key, call);
        try
        {
            return await pipeline.ExecuteAsync(
                static (context, attempt) => new ValueTask<T>(attempt(context.CancellationToken)), context, attempt).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<T> AttemptAsync<T>(
        ApiCall call, Func<HttpResponseMessage, ApiCall, CancellationToken, Task<T>> read, bool keepOpen, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Usage.CountAttempt(isRetry: call.Attempts > 0);
        call.Attempts++;
        call.LastStatus = null;
        call.LastRequestId = null;
        if (BodyTracer.HasListener && call.Attempts == 1)
        {
            BodyTracer.PublishRequest(_dialect, call.Request);
        }

        long sent = call.LastSent = Time.GetTimestamp();
        HttpResponseMessage? response = await _sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
        try
        {
            call.LastStatus = response.StatusCode;
            call.LastRequestId = ApiExceptionFactory.ReadRequestId(response, ApiExceptionFactory.AllSecrets(_dialect, call.Request));
            if (!response.IsSuccessStatusCode)
            {
                throw await CreateErrorAsync(response, call, sent, cancellationToken).ConfigureAwait(false);
            }

            _limiter.OnAccepted(sent);

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

    private async Task<ApiException> CreateErrorAsync(HttpResponseMessage response, ApiCall call, long sent, CancellationToken cancellationToken)
    {
        TimeSpan? asked = RetryDelay.ReadRetryAfter(response.Headers, Time.GetUtcNow());
        TimeSpan? retryAfter = asked ?? _dialect.PauseAfter(response.StatusCode);
        if ((int)response.StatusCode == 429)
        {
            Usage.CountThrottle();
            _limiter.OnThrottled(sent, retryAfter);
        }
        else
        {
            _limiter.OnAccepted(sent);
        }

        ErrorBody body = await ReadErrorBodyAsync(response, call, cancellationToken).ConfigureAwait(false);
        if (BodyTracer.HasListener)
        {
            BodyTracer.PublishError(_dialect, call.Request, response.StatusCode, body);
        }

        ApiException error = ApiExceptionFactory.CreateError(response, body, _dialect, call, retryAfter);
        if (asked is { } pause && error.Kind == ApiErrorKind.ServerError)
        {
            _limiter.CloseFor(pause);
        }

        return error;
    }

    /// <summary>Limits the time for reading an error body: a body that stalls must not turn an error response into a time-out.</summary>
    private async Task<ErrorBody> ReadErrorBodyAsync(HttpResponseMessage response, ApiCall call, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = Time.CreateTimeout(TimeSpan.FromTicks(Math.Min(MaxErrorBodyTime.Ticks, AttemptTimeout.Ticks / 2)));
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await ErrorBody.ReadAsync(
            response, _dialect, ApiExceptionFactory.AllSecrets(_dialect, call.Request), either.Token, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request only to check whether the service responds, unless the circuit breaker rejects it.</summary>
    /// <returns>The failure, or null if the service responded.</returns>
    private async Task<Exception?> ProbeAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ApiCall call = new(request, Time.GetTimestamp()) { IsProbe = true };
        Exception? failure = null;
        try
        {
            await RunAsync(
                _attempt, call, token => AttemptAsync(call, static (_, _, _) => Task.FromResult(true), keepOpen: false, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            failure = exception;
        }

        if (call.Attempts > 0)
        {
            CallAudit.Write(_options, BaseUri, _dialect, call, failure);
        }

        return failure;
    }
}
