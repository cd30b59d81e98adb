using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>Qonto's onboarding API. One instance serves a whole session; every member may be called from any thread.</summary>
public sealed class QontoClient : IDisposable
{
    /// <summary>The sandbox [seed].</summary>
    public static readonly Uri SandboxUri = new("https://thirdparty-sandbox.staging.qonto.co");

    /// <summary>Production [docs].</summary>
    public static readonly Uri ProductionUri = new("https://onboarding-partners.qonto.com");

    private const int PageSize = 100;

    private readonly ApiTransport _transport;

    /// <exception cref="ArgumentException">The address may not be used.</exception>
    public QontoClient(ServiceOptions options, QontoCredentials credentials, QontoOAuthNames oAuthNames)
    {
        _transport = new ApiTransport(options, new QontoDialect(credentials));
        OAuthNames = oAuthNames;
    }

    public Uri BaseUri => _transport.BaseUri;

    public UsageCounter Usage => _transport.Usage;

    public QontoOAuthNames OAuthNames { get; }

    /// <summary>POST /register/registrations [seed]. No idempotency key is documented, so it is sent once.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.OutcomeUnknown"/> where a lost answer leaves open whether it was made.</exception>
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
        return Unwrap(
            request,
            await CreateOnceAsync(
                request, QontoJsonContext.Default.QontoEnvelopeQontoRegistration, "Look with: Get-QontoRegistration", cancellationToken).ConfigureAwait(false));
    }

    /// <summary>GET /register/registrations/{id} [docs].</summary>
    public async Task<QontoRegistration> GetAsync(string registrationId, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Get(ApiPath.Create($"register/registrations/{registrationId}"), "read the registration", registrationId);
        return Unwrap(
            request,
            await _transport.SendAsync(request, QontoJsonContext.Default.QontoEnvelopeQontoRegistration, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>GET /register/registrations [docs]; documented for company creations.</summary>
    public IAsyncEnumerable<QontoRegistration> ListAsync(CancellationToken cancellationToken) => ReadAsync(
        "register/registrations",
        "list the registrations",
        subject: null,
        QontoJsonContext.Default.QontoPageQontoRegistration,
        registration => registration.Id,
        cancellationToken);

    /// <summary>Waits until a registration has reached a status, or one after it.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.WaitTimeout"/> where time is up.</exception>
    public async Task<QontoRegistration> WaitAsync(string registrationId, string status, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        QontoRegistration? last = null;
        QontoRegistration? reached = await _transport.Polls.WaitAsync(
            ApiPath.Create($"register/registrations/{registrationId}"),
            timeout,
            token => GetAsync(registrationId, token),
            seen => QontoStatus.HasReached((last = seen).Status, status) ? seen : null,
            cancellationToken).ConfigureAwait(false);
        return reached ?? throw _transport.Fail(
            ApiErrorKind.WaitTimeout,
            "wait for the registration",
            $"Qonto: registration {registrationId} is still {last?.Status ?? "unknown"} after {timeout}.",
            registrationId,
            last?.RedirectionLink is { } link ? $"Hand the owner the link {link}, then wait on." : "Wait on, or look with: Get-QontoRegistration.");
    }

    /// <summary>POST …/trigger_owner_email [docs], for company creations only. It is sent once: a second e-mail would puzzle the owner.</summary>
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
        catch (ApiException exception) when (exception.OutcomeUnknown)
        {
            throw GuardedCreate.Unknown(_transport, exception, registrationId, "Ask the owner whether it arrived before sending again.");
        }
    }

    /// <summary>GET …/files [docs].</summary>
    public IAsyncEnumerable<QontoRegistrationFile> GetFilesAsync(string registrationId, CancellationToken cancellationToken) => ReadAsync(
        ApiPath.Create($"register/registrations/{registrationId}/files"),
        "list the files",
        registrationId,
        QontoJsonContext.Default.QontoPageQontoRegistrationFile,
        file => file.Id,
        cancellationToken);

    /// <summary>POST …/files [docs]: streamed. A registration has one file per type, so a lost answer is looked up.</summary>
    public async Task<QontoRegistrationFile> AddFileAsync(string registrationId, QontoUpload upload, CancellationToken cancellationToken)
    {
        ApiRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = ApiPath.Create($"register/registrations/{registrationId}/files"),
            Operation = "add the file",
            Subject = upload.Path,
            Safety = RequestSafety.Create,
            Timeout = TimeSpan.FromMinutes(10),
            CreateContent = upload.CreateContent,
        };
        QontoRegistrationFile file = await GuardedCreate.RunAsync(
            _transport,
            async token => Unwrap(
                request, await _transport.SendAsync(request, QontoJsonContext.Default.QontoEnvelopeQontoRegistrationFile, token).ConfigureAwait(false)),
            token => FindAsync(registrationId, upload, token),
            upload.Path,
            $"Look with: Get-QontoRegistrationFile {registrationId}",
            cancellationToken).ConfigureAwait(false);
        file.RegistrationId = registrationId;
        return file;
    }

    /// <summary>POST /register/webhooks [docs]. The answer repeats the secret, which is not passed on.</summary>
    public async Task<QontoWebhook> CreateWebhookAsync(Uri callback, bool enabled, Secret secret, CancellationToken cancellationToken)
    {
        JsonObject answer = await CreateOnceAsync(
            new ApiRequest
            {
                Method = HttpMethod.Post,
                Path = "register/webhooks",
                Operation = "create the webhook",
                Subject = callback.AbsoluteUri,
                Safety = RequestSafety.Create,
                Body = JsonSerializer.SerializeToUtf8Bytes(
                    new JsonObject { ["callback_url"] = callback.AbsoluteUri, ["enabled"] = enabled, ["secret"] = secret.Reveal() },
                    QontoJsonContext.Default.JsonObject),
                Secrets = [secret],
            },
            QontoJsonContext.Default.JsonObject,
            "Look in the developer portal before creating it again.",
            cancellationToken).ConfigureAwait(false);
        try
        {
            QontoWebhook webhook = (answer["webhook"] as JsonObject ?? answer).Deserialize(QontoJsonContext.Default.QontoWebhook)!;
            HideSecret(webhook.Extension, secret);
            return webhook;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            throw _transport.Fail(
                ApiErrorKind.InvalidResponse,
                "create the webhook",
                $"Qonto: the webhook was created, but the answer cannot be read{ApiExceptionFactory.At(exception as JsonException)}",
                callback.AbsoluteUri,
                "Look in the developer portal before creating it again.");
        }
    }

    /// <summary>GET /register/events [docs].</summary>
    public IAsyncEnumerable<QontoEvent> GetEventsAsync(CancellationToken cancellationToken) => ReadAsync(
        "register/events", "list the events", subject: null, QontoJsonContext.Default.QontoPageQontoEvent, entry => entry.Id, cancellationToken);

    public void Dispose() => _transport.Dispose();

    private async Task<IReadOnlyList<QontoRegistrationFile>> FindAsync(string registrationId, QontoUpload upload, CancellationToken cancellationToken)
    {
        List<QontoRegistrationFile> found = [];
        await foreach (QontoRegistrationFile file in GetFilesAsync(registrationId, cancellationToken).ConfigureAwait(false))
        {
            if (file.FileType == upload.FileType && file.StakeholderId == upload.StakeholderId)
            {
                found.Add(file);
            }
        }

        return found;
    }

    /// <summary>Under whatever name it comes back, and however deep.</summary>
    private static void HideSecret(Dictionary<string, JsonElement>? fields, Secret secret)
    {
        foreach (string name in fields?.Where(field => IsSecret(field.Key, field.Value, secret.Reveal())).Select(field => field.Key).ToArray() ?? [])
        {
            fields!.Remove(name);
        }
    }

    private static bool IsSecret(string name, JsonElement value, string secret) => value.ValueKind switch
    {
        _ when string.Equals(name, "secret", StringComparison.OrdinalIgnoreCase) => true,
        JsonValueKind.Object => value.EnumerateObject().Any(field => IsSecret(field.Name, field.Value, secret)),
        JsonValueKind.Array => value.EnumerateArray().Any(item => IsSecret(string.Empty, item, secret)),
        _ => value.ToString().Contains(secret),
    };

    private async Task<T> CreateOnceAsync<T>(ApiRequest request, JsonTypeInfo<T> type, string remedy, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await _transport.SendAsync(request, type, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (exception.OutcomeUnknown && !IsPage(exception))
        {
            throw GuardedCreate.Unknown(_transport, exception, request.Subject ?? request.Operation, remedy);
        }
    }

    /// <summary>The login page of the sandbox's gate: the request went no further.</summary>
    private static bool IsPage(ApiException exception) => exception is { Kind: ApiErrorKind.InvalidResponse, StatusCode: System.Net.HttpStatusCode.OK };

    private T Unwrap<T>(ApiRequest request, QontoEnvelope<T> envelope)
        where T : class
        => envelope.Value ?? throw _transport.Fail(
            ApiErrorKind.InvalidResponse, request.Operation, $"Qonto: could not {request.Operation}: the answer holds nothing that is known", request.Subject);

    private IAsyncEnumerable<T> ReadAsync<T>(
        string path,
        string operation,
        string? subject,
        JsonTypeInfo<QontoPage<T>> type,
        Func<T, string?> key,
        CancellationToken cancellationToken)
    {
        return PageReader.ReadAsync(FetchAsync, key, PageSize, Fail, _transport.PrefetchBudget, cancellationToken: cancellationToken);

        async Task<Page<T>> FetchAsync(int number, CancellationToken token)
        {
            string pagePath = ApiPath.WithQuery(path, ("page", $"{number}"), ("per_page", $"{PageSize}"));
            QontoPage<T> page = await _transport.SendAsync(ApiRequest.Get(pagePath, operation, subject), type, token).ConfigureAwait(false);
            List<T> items = page.Items ?? throw Fail("the answer holds no list");
            return items.Contains(default!)
                ? throw Fail("the answer holds null in place of an item")
                : new(items, page.Meta?.TotalCount, page.Meta?.CurrentPage, page.Meta?.TotalPages);
        }

        ApiException Fail(string reason)
            => _transport.Fail(ApiErrorKind.InvalidResponse, operation, $"Qonto: could not {operation}: {reason}", subject);
    }
}
