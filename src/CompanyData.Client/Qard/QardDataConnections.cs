using System.Runtime.CompilerServices;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Manages data connections between users and providers.</summary>
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

    /// <summary>Creates a connection; lists the user's connections first.</summary>
    /// <exception cref="ApiException">As for the other overload.</exception>
    public Task<QardDataConnection> CreateAsync(string userId, QardNewDataConnection connection, CancellationToken cancellationToken)
        => CreateAsync(userId, connection, known: null, cancellationToken);

    /// <summary>
    /// POST /users/{u}/data-connections [seed]. A user may have several connections to one provider. After a failure that may have
    /// taken effect, a connection that has appeared since is returned.
    /// </summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="connection">The values of the new resource.</param>
    /// <param name="known">The user's existing connections; null to list them first.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrorKind.Conflict"/> if the provider allows only one connection and it already exists;
    /// <see cref="ApiErrorKind.ProviderNotReady"/> if the provider is not enabled; <see cref="ApiErrorKind.NotFound"/> if the user or
    /// the provider is unknown; <see cref="ApiErrorKind.OutcomeUnknown"/> if it is unknown whether it was created.
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
                async token => GuardedCreate.Appeared(
                    (await ListAsync(userId, token).ReadAllAsync().ConfigureAwait(false)).Where(found => Connects(found, connection.ProviderName)), before),
                userId,
                $"Check with: Get-QardDataConnection -UserId {userId}",
                cancellationToken).ConfigureAwait(false);
            return _users.Assign(created, userId);
        }
        catch (ApiException refusal) when (refusal.Kind is ApiErrorKind.Invalid or ApiErrorKind.NotFound or ApiErrorKind.Conflict)
        {
            throw await ExplainAsync(refusal, userId, connection.ProviderName, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>PATCH …/data-connections/{dc} [docs]; then reads the connection.</summary>
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

    /// <summary>DELETE …/data-connections/{dc} [docs]; also deletes all its data.</summary>
    public Task RemoveAsync(string userId, string connectionId, CancellationToken cancellationToken)
        => _transport.RemoveAsync(
            ApiPath.Create($"users/{userId}/data-connections/{connectionId}"), "remove the data connection", connectionId, cancellationToken);

    internal static bool Connects(QardDataConnection connection, string provider)
        => string.Equals(connection.ProviderName, provider, StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds the cause from the list of providers, because no error codes are documented.</summary>
    private async Task<ApiException> ExplainAsync(ApiException refusal, string userId, string provider, CancellationToken cancellationToken)
    {
        if (refusal.Kind == ApiErrorKind.Conflict)
        {
            return refusal.Restate(
                ApiErrorKind.Conflict,
                $"Qard: user {userId} already has a connection to '{provider}'.",
                userId,
                $"Get it with Get-QardDataConnection -UserId {userId} -ProviderName {provider}; add data types with Set-QardDataConnection.");
        }

        IReadOnlyList<QardProvider> providers;
        try
        {
            providers = await _account.ListProvidersAsync(cancellationToken).ReadAllAsync().ConfigureAwait(false);
        }
        catch (ApiException)
        {
            return refusal;
        }

        return providers.FirstOrDefault(candidate => string.Equals(candidate.Name, provider, StringComparison.OrdinalIgnoreCase)) switch
        {
            null => refusal.Restate(
                ApiErrorKind.NotFound,
                $"Qard: there is no provider '{provider}'.{Suggestion.For(provider, providers.Select(known => known.Name).OfType<string>())}",
                provider,
                "List the providers with Get-QardProvider."),
            { Enabled: false } known => NotReady(refusal, known),
            _ => refusal,
        };
    }

    /// <summary>Creates the error for a provider that is not enabled, with the command that enables it.</summary>
    public static ApiException NotReady(ApiException refusal, QardProvider provider)
    {
        bool takesCredentials = provider.CredentialsConfig.Count > 0;
        string message = $"Qard: the provider '{provider.Name}' is not enabled"
            + (takesCredentials ? $"; it requires credentials first ({provider.CredentialsConfig})." : ".");
        string remedy = provider.Name == "gocardless" ? "Run Set-GoCardlessCredential with -Enable -AutoConnect."
            : takesCredentials ? $"Run Set-QardProviderCredential -Name {provider.Name}, then Enable-QardProvider -Name {provider.Name}."
            : $"Run Enable-QardProvider -Name {provider.Name}.";
        return refusal.Restate(ApiErrorKind.ProviderNotReady, message, provider.Name ?? string.Empty, remedy);
    }
}
