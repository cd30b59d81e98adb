using System.Runtime.CompilerServices;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Data connections: what ties a user to a provider.</summary>
public sealed class QardDataConnections
{
    private readonly ApiTransport _transport;
    private readonly QardAccount _account;
    private readonly KnownUsers _users;

    internal QardDataConnections(ApiTransport transport, QardAccount account, KnownUsers users)
    {
        _transport = transport;
        _account = account;
        _users = users;
    }

    internal Poller Polls => _transport.Polls;

    /// <summary>GET /users/{u}/data-connections [docs]; a bare array or an envelope [seen].</summary>
    public async IAsyncEnumerable<QardDataConnection> ListAsync(string userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (QardDataConnection connection in _transport.ReadWholeAsync(
            ApiRequest.Get(ApiPath.Create($"users/{userId}/data-connections"), "list the data connections", userId),
            QardJsonContext.Default.ListQardDataConnection,
            QardJsonContext.Default.PageEnvelopeQardDataConnection,
            connection => connection.Id,
            cancellationToken).ConfigureAwait(false))
        {
            yield return _users.Assign(connection, userId);
        }
    }

    /// <summary>GET …/data-connections/{dc} [inferred].</summary>
    public async Task<QardDataConnection> GetAsync(string userId, string connectionId, CancellationToken cancellationToken)
        => _users.Assign(
            await _transport.SendAsync(
                ApiRequest.Get(ApiPath.Create($"users/{userId}/data-connections/{connectionId}"), "read the data connection", connectionId),
                QardJsonContext.Default.QardDataConnection,
                cancellationToken).ConfigureAwait(false),
            userId);

    /// <summary>As below, for those who do not know the user's connections.</summary>
    /// <exception cref="ApiException">As below.</exception>
    public Task<QardDataConnection> CreateAsync(string userId, QardNewDataConnection connection, CancellationToken cancellationToken)
        => CreateAsync(userId, connection, known: null, cancellationToken);

    /// <summary>
    /// POST /users/{u}/data-connections [seed]. A user may have several connections to one provider, so after a failure that may have
    /// taken effect only a connection that has appeared since is the result.
    /// </summary>
    /// <param name="userId">Whose.</param>
    /// <param name="connection">What to create.</param>
    /// <param name="known">The connections that the user had before, where the caller knows; else they are listed first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrorKind.Conflict"/> where the provider allows one connection only and there is one already;
    /// <see cref="ApiErrorKind.ProviderNotReady"/> where the provider is not enabled; <see cref="ApiErrorKind.NotFound"/> where the user or
    /// the provider is unknown; <see cref="ApiErrorKind.OutcomeUnknown"/> where nobody can tell whether it was created.
    /// </exception>
    public async Task<QardDataConnection> CreateAsync(
        string userId, QardNewDataConnection connection, IReadOnlyList<QardDataConnection>? known, CancellationToken cancellationToken)
    {
        ApiRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = ApiPath.Create($"users/{userId}/data-connections"),
            Operation = $"connect '{connection.ProviderName}'",
            Subject = userId,
            Safety = RequestSafety.Create,
            Body = QardClient.Body(connection, QardJsonContext.Default.QardNewDataConnection),
        };
        try
        {
            IReadOnlyList<QardDataConnection> before = known ?? await ListAsync(userId, cancellationToken).ReadAllAsync().ConfigureAwait(false);
            QardDataConnection created = await GuardedCreate.RunAsync(
                _transport,
                token => _transport.SendAsync(request, QardJsonContext.Default.QardDataConnection, token),
                async token =>
                [
                    .. (await ListAsync(userId, token).ReadAllAsync().ConfigureAwait(false))
                        .Where(found => Connects(found, connection.ProviderName) && before.All(old => old.Id != found.Id)),
                ],
                userId,
                $"Look with: Get-QardDataConnection -UserId {userId}",
                cancellationToken).ConfigureAwait(false);
            return _users.Assign(created, userId);
        }
        catch (ApiException refusal) when (refusal.Kind is ApiErrorKind.Invalid or ApiErrorKind.NotFound or ApiErrorKind.Conflict)
        {
            throw await ExplainAsync(refusal, userId, connection.ProviderName, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>PATCH …/data-connections/{dc} [docs], read back.</summary>
    public async Task<QardDataConnection> ChangeAsync(
        string userId, string connectionId, QardDataConnectionChange change, CancellationToken cancellationToken)
    {
        await _transport.SendAsync(
            new ApiRequest
            {
                Method = new HttpMethod("PATCH"),
                Path = ApiPath.Create($"users/{userId}/data-connections/{connectionId}"),
                Operation = "change the data connection",
                Subject = connectionId,
                Safety = RequestSafety.Idempotent,
                Body = QardClient.Body(change, QardJsonContext.Default.QardDataConnectionChange),
            },
            cancellationToken).ConfigureAwait(false);
        return await GetAsync(userId, connectionId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>DELETE …/data-connections/{dc} [docs]; also deletes all data that came from it.</summary>
    public Task RemoveAsync(string userId, string connectionId, CancellationToken cancellationToken)
        => _transport.RemoveAsync(
            ApiPath.Create($"users/{userId}/data-connections/{connectionId}"), "remove the data connection", connectionId, cancellationToken);

    internal static bool Connects(QardDataConnection connection, string provider)
        => string.Equals(connection.ProviderName, provider, StringComparison.OrdinalIgnoreCase);

    /// <summary>The service publishes no error codes for this, so the list of providers is asked what the matter is.</summary>
    private async Task<ApiException> ExplainAsync(ApiException refusal, string userId, string provider, CancellationToken cancellationToken)
    {
        if (refusal.Kind == ApiErrorKind.Conflict)
        {
            return refusal.Restate(
                ApiErrorKind.Conflict,
                $"Qard: user {userId} has a connection to '{provider}' already.",
                userId,
                $"Get it with Get-QardDataConnection -UserId {userId} -ProviderName {provider}; add data types with Set-QardDataConnection.");
        }

        QardProvider? known;
        try
        {
            IReadOnlyList<QardProvider> providers = await _account.ListProvidersAsync(cancellationToken).ReadAllAsync().ConfigureAwait(false);
            known = providers.FirstOrDefault(candidate => string.Equals(candidate.Name, provider, StringComparison.OrdinalIgnoreCase));
        }
        catch (ApiException)
        {
            return refusal;
        }

        return known switch
        {
            null => refusal.Restate(
                ApiErrorKind.NotFound, $"Qard: there is no provider '{provider}'.", provider, "List the providers with Get-QardProvider."),
            { Enabled: false } => NotReady(refusal, known),
            _ => refusal,
        };
    }

    /// <summary>A refusal because of a provider that is not enabled, with the command that mends it.</summary>
    public static ApiException NotReady(ApiException refusal, QardProvider provider)
    {
        bool takesCredentials = provider.CredentialsConfig.Count > 0;
        string message = $"Qard: the provider '{provider.Name}' is not enabled"
            + (takesCredentials ? $"; it takes credentials first ({provider.CredentialsConfig})." : ".");
        string remedy = provider.Name == "gocardless" ? "Run Set-GoCardlessCredential with -Enable -AutoConnect."
            : takesCredentials ? $"Run Set-QardProviderCredential -Name {provider.Name}, then Enable-QardProvider -Name {provider.Name}."
            : $"Run Enable-QardProvider -Name {provider.Name}.";
        return refusal.Restate(ApiErrorKind.ProviderNotReady, message, provider.Name ?? string.Empty, remedy);
    }
}
