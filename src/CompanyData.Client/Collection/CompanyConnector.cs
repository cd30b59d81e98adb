using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>Finds or creates a company's user and its connection to the provider, with as few requests as possible.</summary>
/// <param name="qard">The session.</param>
/// <param name="options">What to collect.</param>
/// <param name="company">The company.</param>
/// <param name="dossier">The company's dossier; receives the user id and the name.</param>
/// <param name="checkpoint">The company's checkpoint in the journal.</param>
internal sealed class CompanyConnector(QardClient qard, CollectionOptions options, CompanyRequest company, CompanyDossier dossier, CompanyCheckpoint checkpoint)
{
    private bool _isOnlyUser;

    /// <summary>Assumes that user and connection are those of earlier collections.</summary>
    /// <returns>Null if they are unknown or the user no longer exists.</returns>
    /// <exception cref="ApiException">Any other failure.</exception>
    public async Task<CompanySource?> AssumeAsync(CancellationToken cancellationToken)
    {
        if (checkpoint.Known is not { } known || (company.Name ?? known.Name) is null)
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
        await checkpoint.FoundAsync(known.UserId).ConfigureAwait(false);
        await checkpoint.ConnectedAsync(known.ConnectionId, isOnly: true).ConfigureAwait(false);
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

    /// <exception cref="ApiException">There is no user, and it cannot be created.</exception>
    public async Task<(string Id, bool IsNew)> FindOrCreateUserAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<QardUser> known = await FindUsersAsync(cancellationToken).ConfigureAwait(false);
        QardUser? user = known.FirstOrDefault(candidate => candidate.Id == checkpoint.UserId)
            ?? known.OrderBy(candidate => candidate.CreatedAt ?? DateTime.MaxValue).FirstOrDefault();
        _isOnlyUser = known.Count < 2;
        if (!_isOnlyUser)
        {
            dossier.Remarks.Add(user!.Id == checkpoint.UserId
                ? $"{known.Count} users have this siren; {user.Id} was used, as at the start of the run."
                : $"{known.Count} users have this siren; the oldest, {user.Id}, was used.");
        }

        if (user is null && company.Name is null)
        {
            throw new ApiException(ApiErrorKind.Invalid, "Qard", "create the user", $"Siren {company.Siren} is not yet in Qard; a name is required to create it.")
            {
                Subject = company.Siren,
                Remedy = "Give -Name, or a 'name' column.",
            };
        }

        bool isNew = false;
        if (user is null)
        {
            await checkpoint.CreatingAsync().ConfigureAwait(false);
            (user, isNew) = await qard.Users.CreateNewAsync(new QardNewLegalUser { Name = company.Name!, Siren = company.Siren }, known, cancellationToken).ConfigureAwait(false);
        }

        dossier.Name ??= user.Name;
        dossier.UserId = user.Id;
        string id = user.Id ?? throw new ApiException(ApiErrorKind.InvalidResponse, "Qard", "create the user", $"Qard: the user of siren {company.Siren} has no id.");
        await checkpoint.FoundAsync(id).ConfigureAwait(false);
        return (id, isNew);
    }

    /// <summary>
    /// Finds, creates or extends the connection to the provider and waits until it is connected. Connections and synchronisations are listed
    /// concurrently, and not at all for a user that was just created.
    /// </summary>
    public async Task<CompanySource> ConnectAsync(string userId, bool isNew, CancellationToken cancellationToken)
    {
        bool isUnsettled = checkpoint.Unsettled > TimeSpan.Zero;
        Task<List<QardSyncItem>> latest = isNew ? Task.FromResult<List<QardSyncItem>>([]) : qard.Syncs.ListLatestAsync(userId, cancellationToken).ReadAllAsync();
        Task<List<QardDataConnection>> listed = isNew ? Task.FromResult<List<QardDataConnection>>([]) : ListConnectionsAsync(userId, cancellationToken);
        await Task.WhenAll(latest, listed).ConfigureAwait(false);
        IReadOnlyList<QardDataConnection> connections = await listed.ConfigureAwait(false);
        QardDataConnection? connection = Pick(connections);
        if (connection is null && checkpoint.MayHaveConnected && await SettleAsync(isUnsettled, cancellationToken).ConfigureAwait(false))
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
        await checkpoint.ConnectedAsync(connection.Id, isOnly: _isOnlyUser && others.Count == 0).ConfigureAwait(false);
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
        bool isUnsettled = checkpoint.Unsettled > TimeSpan.Zero;
        IReadOnlyList<QardUser> known = await ListUsersAsync(cancellationToken).ConfigureAwait(false);
        if (known.Count > 0)
        {
            return known;
        }

        if (checkpoint.UserId is { } id)
        {
            // The list may be out of date; reading the user itself is not.
            try
            {
                return [await qard.Users.GetAsync(id, cancellationToken).ConfigureAwait(false)];
            }
            catch (ApiException gone) when (gone.Kind == ApiErrorKind.NotFound)
            {
                // It was removed. An earlier run may have created another one since.
            }
        }

        if (checkpoint.MayHaveCreatedUser && await SettleAsync(isUnsettled, cancellationToken).ConfigureAwait(false))
        {
            known = await ListUsersAsync(cancellationToken).ConfigureAwait(false);
        }

        return known;
    }

    private Task<List<QardUser>> ListUsersAsync(CancellationToken cancellationToken)
        => qard.Users.ListBySirenAsync(company.Siren, cancellationToken).ReadAllAsync();

    private Task<List<QardDataConnection>> ListConnectionsAsync(string userId, CancellationToken cancellationToken)
        => qard.Connections.ListAsync(userId, cancellationToken).ReadAllAsync();

    /// <summary>Waits until a resource that an earlier, interrupted run may have created must be visible.</summary>
    /// <param name="wasUnsettled">Whether the resource may not have been visible yet at the last check.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>Whether checking again may find it.</returns>
    private async Task<bool> SettleAsync(bool wasUnsettled, CancellationToken cancellationToken)
    {
        if (wasUnsettled)
        {
            await qard.Time.Pause(checkpoint.Unsettled, cancellationToken).ConfigureAwait(false);
        }

        return wasUnsettled;
    }

    /// <summary>Selects the most usable of several connections to the provider.</summary>
    private QardDataConnection? Pick(IReadOnlyList<QardDataConnection> connections) => connections
        .Where(candidate => QardDataConnections.Connects(candidate, options.ProviderName))
        .OrderByDescending(candidate => candidate.Status == ConnectionStatus.Connected)
        .ThenByDescending(candidate => candidate.Status == ConnectionStatus.Connecting)
        .FirstOrDefault();
}
