using System.Text.Json.Serialization.Metadata;
using Polly;

namespace CompanyData.Transport;

/// <summary>Sends the requests of one session through its pipeline of policies.</summary>
internal sealed class ApiTransport : IDisposable
{
    private static readonly TimeSpan MaxErrorBodyTime = TimeSpan.FromSeconds(5);

    private readonly RequestSender _sender;
    private readonly ResponseReader _answers;
    private readonly ResiliencePipeline _attempt;
    private readonly ResiliencePipeline _pipeline;
    private readonly AdaptiveRateLimiter _gate;
    private readonly ServiceDialect _dialect;
    private readonly ServiceOptions _options;
    private readonly SessionLifetime _lifetime;

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
        _sender = new RequestSender(options, dialect);
        _answers = new ResponseReader(dialect, options, Usage);
        _gate = new AdaptiveRateLimiter(options.Time, options.Random);
        ServiceCircuitBreaker breaker = new(dialect, options, _gate);
        _attempt = ResiliencePolicies.BuildAttempt(options, breaker);
        _pipeline = ResiliencePolicies.Build(
            dialect.Service, options, _gate, breaker, _attempt, dialect.Probe is { } probe ? token => ProbeAsync(probe, token) : null, options.Random);
        _lifetime = new SessionLifetime(dialect);
        Polls = new Poller(options.Time, _lifetime, options.Random);
    }

    public Uri BaseUri => _sender.BaseUri;

    public TimeProvider Time => _options.Time;

    public int MaxRetries => _options.MaxRetries;

    public TimeSpan AttemptTimeout => _options.AttemptTimeout;

    public UsageCounter Usage { get; } = new();

    public PrefetchBudget PrefetchBudget { get; } = new();

    /// <summary>The session's waits.</summary>
    public Poller Polls { get; }

    /// <summary>Sends it and reads one JSON value.</summary>
    /// <exception cref="ApiException">Any failure, an empty answer included.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => ExecuteAsync(request, (response, call, token) => _answers.ReadAsync(response, call, type, token), cancellationToken);

    /// <summary>Sends it and reads one JSON value, or null where the answer is 204, or 201 with an empty body.</summary>
    /// <exception cref="ApiException">Any failure.</exception>
    public Task<T?> SendOptionalAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
        => ExecuteAsync(request, (response, call, token) => _answers.ReadOptionalAsync(response, call, type, token), cancellationToken);

    /// <summary>Sends it and reads one page: an envelope, a bare array, or nothing where the answer is 204.</summary>
    /// <exception cref="ApiException">Any failure.</exception>
    public Task<Page<T>> SendPageAsync<T>(
        ApiRequest request, JsonTypeInfo<List<T>> array, JsonTypeInfo<PageEnvelope<T>> envelope, CancellationToken cancellationToken)
        => ExecuteAsync(request, (response, call, token) => _answers.ReadPageAsync(response, call, array, envelope, token), cancellationToken);

    /// <summary>Sends it; whatever a successful answer holds is not looked at, unless it is a page: then something else has answered.</summary>
    /// <exception cref="ApiException">Any failure.</exception>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken)
        => ExecuteAsync(request, _answers.EnsureNotHtmlAsync, cancellationToken);

    /// <summary>Sends it and hands the file that is answered over with its body unread.</summary>
    /// <exception cref="ApiException">Any failure; a page in place of a file is one.</exception>
    public async Task<FileDownload> OpenFileAsync(ApiRequest request, CancellationToken cancellationToken)
        => new(await OpenAsync(request, cancellationToken).ConfigureAwait(false), this, request);

    /// <summary>As <see cref="OpenFileAsync"/>, the answer as it came; the caller disposes it.</summary>
    public Task<HttpResponseMessage> OpenAsync(ApiRequest request, CancellationToken cancellationToken)
        => ExecuteAsync(
            request,
            (response, call, _) => ResponseReader.IsPage(response) ? throw ApiExceptionFactory.NoFile(response, _dialect, call) : Task.FromResult(response),
            cancellationToken,
            keepOpen: true);

    /// <summary>What is said where a body breaks that is read above the transport.</summary>
    public ApiException FailBody(ApiRequest request, ApiErrorKind kind, string reason, int attempts)
        => ApiExceptionFactory.OfBody(kind, reason, _dialect, request, attempts);

    /// <summary>An exception with the session's name and secrets applied, for failures found above the transport.</summary>
    public ApiException Fail(ApiErrorKind kind, string operation, string message, string? subject, string? remedy = null)
        => new(kind, _dialect.Service, operation, Redactor.Text(message, _dialect.Secrets))
        {
            Subject = subject,
            Remedy = remedy is null ? null : Redactor.Text(remedy, _dialect.Secrets),
        };

    /// <summary>Closes the session. What still runs in it ends with <see cref="ApiErrorKind.SessionClosed"/>.</summary>
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

    /// <summary>Tells those who listen, and the audit, of a call that has ended.</summary>
    private void Report(ApiCall call, Exception? failure)
    {
        if (CallScope.Current.OnRequest is { } listener)
        {
            string path = Redactor.Text(Redactor.PathAndQuery(call.Request.Path), _dialect.Secrets);
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
            // The policies copy what they are handed at every step, hence one reference rather than its parts.
            return await RunAsync(_pipeline, call, token => AttemptAsync(call, read, keepOpen, token), ended.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw _lifetime.Ended(exception)
                ? _lifetime.CreateError(
                    call.Request.Operation, call.Request.Subject, call.Attempts, mayHaveTakenEffect: call.Attempts > 0 && call.Request.Safety != RequestSafety.Read)
                : ApiExceptionFactory.From(exception, _dialect, call);
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
        Usage.CountAttempt(isRetry: call.Attempts > 0);
        call.Attempts++;
        call.LastStatus = null;
        call.LastRequestId = null;
        if (BodyTracer.HasListener && call.Attempts == 1)
        {
            BodyTracer.PublishRequest(_dialect, call.Request);
        }

        long sent = call.LastSent = Time.GetTimestamp();
        HttpResponseMessage? response = await _sender.SendAsync(call.Request, cancellationToken).ConfigureAwait(false);
        try
        {
            call.LastStatus = response.StatusCode;
            call.LastRequestId = ApiExceptionFactory.RequestIdOf(response, ApiExceptionFactory.AllSecrets(_dialect, call.Request));
            if (!response.IsSuccessStatusCode)
            {
                throw await CreateErrorAsync(response, call, sent, cancellationToken).ConfigureAwait(false);
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

    private async Task<ApiException> CreateErrorAsync(HttpResponseMessage response, ApiCall call, long sent, CancellationToken cancellationToken)
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

        ErrorBody body = await ReadErrorBodyAsync(response, call, cancellationToken).ConfigureAwait(false);
        if (BodyTracer.HasListener)
        {
            BodyTracer.PublishRefusal(_dialect, call.Request, response.StatusCode, body);
        }

        ApiException refusal = ApiExceptionFactory.CreateError(response, body, _dialect, call.Request, retryAfter);
        if (asked is { } pause && refusal.Kind == ApiErrorKind.ServerError)
        {
            _gate.CloseFor(pause);
        }

        return refusal;
    }

    /// <summary>An error body that does not come must not turn an error response into a time-out.</summary>
    private async Task<ErrorBody> ReadErrorBodyAsync(HttpResponseMessage response, ApiCall call, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = Time.CreateTimeout(TimeSpan.FromTicks(Math.Min(MaxErrorBodyTime.Ticks, AttemptTimeout.Ticks / 2)));
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await ErrorBody.ReadAsync(
            response, _dialect, ApiExceptionFactory.AllSecrets(_dialect, call.Request), either.Token, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request only to see whether an answer comes, unless the breaker says that it is not time yet.</summary>
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
