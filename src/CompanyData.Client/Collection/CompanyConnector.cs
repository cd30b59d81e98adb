using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>Finds or creates a company's user and its connection to the provider, with no more requests than that takes.</summary>
/// <param name="qard">The session.</param>
/// <param name="options">What to collect.</param>
/// <param name="company">The company.</param>
/// <param name="dossier">Its dossier, which gets the user and the name.</param>
/// <param name="trail">Its journal.</param>
internal sealed class CompanyConnector(QardClient qard, CollectionOptions options, CompanyRequest company, CompanyDossier dossier, CompanyCheckpoint trail)
{
    private bool _isOnlyUser;

    /// <summary>Takes what earlier collections know for granted.</summary>
    /// <returns>Null where they do not know enough, or the user is gone.</returns>
    /// <exception cref="ApiException">Any other failure.</exception>
    public async Task<CompanySource?> AssumeAsync(CancellationToken cancellationToken)
    {
        if (trail.Known is not { } known || (string.IsNullOrWhiteSpace(company.Name) && known.Name is null))
        {
            return null;
        }

        IReadOnlyList<QardSyncItem> latest;
        try
        {
            latest = await qard.Syncs.ListLatestAsync(known.UserId, cancellationToken).ReadAllAsync().ConfigureAwait(false);
        }
        catch (ApiException gone) when (gone.Kind == ApiErrorKind.NotFound)
        {
            return null;
        }

        dossier.Name ??= known.Name;
        dossier.UserId = known.UserId;
        await trail.FoundAsync(known.UserId).ConfigureAwait(false);
        await trail.ConnectedAsync(known.ConnectionId, isOnly: true).ConfigureAwait(false);
        QardDataConnection connection = new()
        {
            Id = known.ConnectionId,
            UserId = known.UserId,
            ProviderName = options.ProviderName,
            Status = ConnectionStatus.Connected,
            RequestedDataTypes = [.. options.DataTypes],
        };
        return new(known.UserId, [connection], latest, IsAssumed: true);
    }

    /// <exception cref="ApiException">There is none, and none can be made.</exception>
    public async Task<(string Id, bool IsNew)> FindOrCreateUserAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<QardUser> known = await FindUsersAsync(cancellationToken).ConfigureAwait(false);
        QardUser? user = known.FirstOrDefault(candidate => candidate.Id == trail.UserId)
            ?? known.OrderBy(candidate => candidate.CreatedAt ?? DateTime.MaxValue).FirstOrDefault();
        _isOnlyUser = known.Count < 2;
        if (!_isOnlyUser)
        {
            dossier.Remarks.Add(user!.Id == trail.UserId
                ? $"{known.Count} users share this siren; {user.Id}, which the run began with, was used."
                : $"{known.Count} users share this siren; the oldest, {user.Id}, was used.");
        }

        if (user is null && string.IsNullOrWhiteSpace(company.Name))
        {
            throw new ApiException(ApiErrorKind.Invalid, "Qard", "create the user", $"Qard: {company.Siren} has no user yet, and a new one needs a name.")
            {
                Subject = company.Siren,
                Remedy = "Give -Name, or a 'name' column.",
            };
        }

        bool isNew = false;
        if (user is null)
        {
            await trail.CreatingAsync().ConfigureAwait(false);
            (user, isNew) = await qard.Users.CreateNewAsync(new QardNewLegalUser { Name = company.Name!, Siren = company.Siren }, known, cancellationToken).ConfigureAwait(false);
        }

        dossier.Name ??= user.Name;
        dossier.UserId = user.Id;
        string id = user.Id ?? throw new ApiException(ApiErrorKind.InvalidResponse, "Qard", "create the user", $"Qard: the user of {company.Siren} came without an id.");
        await trail.FoundAsync(id).ConfigureAwait(false);
        return (id, isNew);
    }

    /// <summary>A user that was just created has no connections and no earlier synchronisations; of another, both are asked for at once.</summary>
    public async Task<CompanySource> ConnectAsync(string userId, bool isNew, CancellationToken cancellationToken)
    {
        bool isUnsettled = trail.Unsettled > TimeSpan.Zero;
        Task<List<QardSyncItem>> latest = isNew ? Task.FromResult<List<QardSyncItem>>([]) : qard.Syncs.ListLatestAsync(userId, cancellationToken).ReadAllAsync();
        Task<List<QardDataConnection>> listed = isNew ? Task.FromResult<List<QardDataConnection>>([]) : ListConnectionsAsync(userId, cancellationToken);
        await Task.WhenAll(latest, listed).ConfigureAwait(false);
        IReadOnlyList<QardDataConnection> connections = await listed.ConfigureAwait(false);
        QardDataConnection? connection = Pick(connections);
        if (connection is null && trail.MayHaveConnected && await SettleAsync(isUnsettled, cancellationToken).ConfigureAwait(false))
        {
            connections = await ListConnectionsAsync(userId, cancellationToken).ConfigureAwait(false);
            connection = Pick(connections);
        }

        if (connection is null)
        {
            QardNewDataConnection wanted = new() { ProviderName = options.ProviderName, RequestedDataTypes = options.DataTypes };
            connection = await qard.Connections.CreateAsync(userId, wanted, connections, cancellationToken).ConfigureAwait(false);
        }
        else if (options.DataTypes.Except(connection.RequestedDataTypes, StringComparer.Ordinal).Any())
        {
            IReadOnlyList<string> all = [.. connection.RequestedDataTypes.Union(options.DataTypes, StringComparer.Ordinal)];
            connection = await qard.Connections
                .ChangeAsync(userId, connection.Id!, new QardDataConnectionChange { RequestedDataTypes = all }, cancellationToken)
                .ConfigureAwait(false);
        }

        IReadOnlyList<QardDataConnection> others = [.. connections.Where(other => other.Id != connection.Id)];
        await trail.ConnectedAsync(connection.Id, isOnly: _isOnlyUser && others.Count == 0).ConfigureAwait(false);
        if (connection.Status == ConnectionStatus.Connecting)
        {
            connection = await qard.Connections
                .WaitAsync((userId, connection.Id!), options.SyncTimeout, cancellationToken)
                .ConfigureAwait(false);
        }

        if (connection.Status != ConnectionStatus.Connected)
        {
            throw QardConnectionWaits.Failure(ApiErrorKind.ConsentRequired, connection, $"is {connection.Status}");
        }

        return new(userId, [connection, .. others], await latest.ConfigureAwait(false), IsAssumed: false);
    }

    private async Task<IReadOnlyList<QardUser>> FindUsersAsync(CancellationToken cancellationToken)
    {
        bool isUnsettled = trail.Unsettled > TimeSpan.Zero;
        IReadOnlyList<QardUser> known = await ListUsersAsync(cancellationToken).ConfigureAwait(false);
        if (known.Count > 0)
        {
            return known;
        }

        if (trail.UserId is { } id)
        {
            // The list may lag behind; the user itself does not.
            try
            {
                return [await qard.Users.GetAsync(id, cancellationToken).ConfigureAwait(false)];
            }
            catch (ApiException gone) when (gone.Kind == ApiErrorKind.NotFound)
            {
                return known;
            }
        }

        if (trail.MayHaveCreatedUser && await SettleAsync(isUnsettled, cancellationToken).ConfigureAwait(false))
        {
            known = await ListUsersAsync(cancellationToken).ConfigureAwait(false);
        }

        return known;
    }

    private Task<List<QardUser>> ListUsersAsync(CancellationToken cancellationToken)
        => qard.Users.ListBySirenAsync(company.Siren, cancellationToken).ReadAllAsync();

    private Task<List<QardDataConnection>> ListConnectionsAsync(string userId, CancellationToken cancellationToken)
        => qard.Connections.ListAsync(userId, cancellationToken).ReadAllAsync();

    /// <summary>Waits until what an earlier run may have created just before it was cut off has to show.</summary>
    /// <param name="wasUnsettled">Whether it need not have shown when it was last looked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether another look may find it.</returns>
    private async Task<bool> SettleAsync(bool wasUnsettled, CancellationToken cancellationToken)
    {
        if (wasUnsettled)
        {
            await qard.Time.Pause(trail.Unsettled, cancellationToken).ConfigureAwait(false);
        }

        return wasUnsettled;
    }

    /// <summary>Of several connections to the provider, one that can be used.</summary>
    private QardDataConnection? Pick(IReadOnlyList<QardDataConnection> connections) => connections
        .Where(candidate => QardDataConnections.Connects(candidate, options.ProviderName))
        .OrderByDescending(candidate => candidate.Status == ConnectionStatus.Connected)
        .ThenByDescending(candidate => candidate.Status == ConnectionStatus.Connecting)
        .FirstOrDefault();
}
