using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>Siren in, dossier out: user, connection, synchronisation, wait, retrieve.</summary>
/// <param name="qard">The session.</param>
/// <param name="options">What to collect.</param>
/// <param name="journal">Where each step is written down before the next depends on it; what it knows of earlier runs is gone on with.</param>
/// <remarks>
/// No user is created twice: the siren is looked up before, and after a create whose outcome is unknown, also where an earlier run was
/// killed in between. That rests on the service's list showing a new user within <see cref="GuardedCreate.SettlingTime"/>.
/// </remarks>
public sealed class CompanyCollector(QardClient qard, CollectionOptions options, CollectionJournal? journal = null)
{
    /// <summary>So often a synchronisation that somebody else started is joined before the company counts as failed.</summary>
    private const int MaxJoins = 6;

    private int _waiting;

    /// <summary>How many companies wait for the service at the moment.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Collects one company. What goes wrong stands in the dossier.</summary>
    /// <param name="company">Which.</param>
    /// <param name="progress">Told in words what is being done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The siren has not the right form; nothing was sent.</exception>
    /// <exception cref="ApiException">The key was refused, the session closed, or the audit log cannot be written: nothing else would work either.</exception>
    /// <exception cref="JournalException">The journal cannot be written.</exception>
    public async Task<CompanyDossier> CollectAsync(CompanyRequest company, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        company.Validate();
        CallScope.WaitForRecovery();
        CompanyCheckpoint trail = new(journal, company.Siren);
        CompanyDossier dossier = new()
        {
            Siren = company.Siren,
            Name = company.Name,
            Service = qard.BaseUri.Authority + qard.BaseUri.AbsolutePath.TrimEnd('/'),
            ProviderName = options.ProviderName,
            DataTypes = [.. options.DataTypes],
            Attempt = trail.Attempt,
        };
        long started = qard.Time.GetTimestamp();
        dossier.CollectedAt = qard.Time.GetUtcNow().UtcDateTime;
        string step = "User";
        try
        {
            progress?.Report($"{company.Siren}: user");
            string userId = await FindOrCreateUserAsync(company, dossier, trail, cancellationToken).ConfigureAwait(false);
            await trail.FoundAsync(userId).ConfigureAwait(false);
            step = "Connection";
            progress?.Report($"{company.Siren}: connection");
            IReadOnlyList<QardDataConnection> connections = await ConnectAsync(userId, trail, cancellationToken).ConfigureAwait(false);
            step = CompanyDossier.SyncStep;
            progress?.Report($"{company.Siren}: synchronisation");
            QardSyncResult sync = await SynchroniseAsync(userId, connections, trail, cancellationToken).ConfigureAwait(false);
            foreach (QardSyncFailure failure in sync.Failures)
            {
                dossier.Fail(failure);
            }

            dossier.Syncs.AddRange(sync.Items);
            progress?.Report($"{company.Siren}: data");
            await new DossierReader(qard.Data, dossier).ReadAsync(userId, [.. options.DataTypes.Where(type => HasCome(sync, type))], cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (!exception.EndsRun)
        {
            dossier.Fail(step, exception);
        }

        dossier.Elapsed = qard.Time.GetElapsedTime(started);
        return dossier;
    }

    private async Task<string> FindOrCreateUserAsync(
        CompanyRequest company, CompanyDossier dossier, CompanyCheckpoint trail, CancellationToken cancellationToken)
    {
        IReadOnlyList<QardUser> known = await FindUsersAsync(company.Siren, trail, cancellationToken).ConfigureAwait(false);
        QardUser? user = known.FirstOrDefault(candidate => candidate.Id == trail.UserId)
            ?? known.OrderBy(candidate => candidate.CreatedAt ?? DateTime.MaxValue).FirstOrDefault();
        if (known.Count > 1)
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

        if (user is null)
        {
            await trail.CreatingAsync().ConfigureAwait(false);
        }

        user ??= await qard.Users.CreateAsync(new QardNewLegalUser { Name = company.Name!, Siren = company.Siren }, known, cancellationToken).ConfigureAwait(false);
        dossier.Name ??= user.Name;
        dossier.UserId = user.Id;
        return user.Id ?? throw new ApiException(ApiErrorKind.InvalidResponse, "Qard", "create the user", $"Qard: the user of {company.Siren} came without an id.");
    }

    private async Task<IReadOnlyList<QardUser>> FindUsersAsync(string siren, CompanyCheckpoint trail, CancellationToken cancellationToken)
    {
        bool isUnsettled = trail.Unsettled > TimeSpan.Zero;
        IReadOnlyList<QardUser> known = await qard.Users.ListBySirenAsync(siren, cancellationToken).ReadAllAsync().ConfigureAwait(false);
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

        if (trail.MayHaveCreatedUser && await SettleAsync(isUnsettled, trail, cancellationToken).ConfigureAwait(false))
        {
            known = await qard.Users.ListBySirenAsync(siren, cancellationToken).ReadAllAsync().ConfigureAwait(false);
        }

        return known;
    }

    /// <summary>Waits until what an earlier run may have created just before it was cut off has to show.</summary>
    /// <param name="wasUnsettled">Whether it need not have shown when it was last looked for.</param>
    /// <param name="trail">The company's journal.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether another look may find it.</returns>
    private async Task<bool> SettleAsync(bool wasUnsettled, CompanyCheckpoint trail, CancellationToken cancellationToken)
    {
        if (wasUnsettled)
        {
            await qard.Time.Pause(trail.Unsettled, cancellationToken).ConfigureAwait(false);
        }

        return wasUnsettled;
    }

    /// <returns>The user's connections as they are then.</returns>
    private async Task<IReadOnlyList<QardDataConnection>> ConnectAsync(string userId, CompanyCheckpoint trail, CancellationToken cancellationToken)
    {
        bool isUnsettled = trail.Unsettled > TimeSpan.Zero;
        IReadOnlyList<QardDataConnection> connections = await qard.Connections.ListAsync(userId, cancellationToken).ReadAllAsync().ConfigureAwait(false);
        QardDataConnection? connection = Pick(connections);
        if (connection is null && trail.MayHaveConnected && await SettleAsync(isUnsettled, trail, cancellationToken).ConfigureAwait(false))
        {
            connections = await qard.Connections.ListAsync(userId, cancellationToken).ReadAllAsync().ConfigureAwait(false);
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

        await trail.ConnectedAsync(connection.Id).ConfigureAwait(false);
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

        return [connection, .. connections.Where(other => other.Id != connection.Id)];
    }

    /// <summary>Of several connections to the provider, one that can be used.</summary>
    private QardDataConnection? Pick(IReadOnlyList<QardDataConnection> connections) => connections
        .Where(candidate => QardDataConnections.Connects(candidate, options.ProviderName))
        .OrderByDescending(candidate => candidate.Status == ConnectionStatus.Connected)
        .ThenByDescending(candidate => candidate.Status == ConnectionStatus.Connecting)
        .FirstOrDefault();

    /// <summary>
    /// What an earlier run has asked for is taken where it has ended since, and joined where it still runs. One that neither runs nor is
    /// whole is dead, and so may be one that an earlier run has waited for in vain: then a new one is asked for, which the service
    /// refuses while the old one runs. Where some of the types are being collected already, that is waited for; the rest is started.
    /// </summary>
    private async Task<QardSyncResult> SynchroniseAsync(
        string userId, IReadOnlyList<QardDataConnection> connections, CompanyCheckpoint trail, CancellationToken cancellationToken)
    {
        if (trail.SyncBefore is { } before
            && await qard.Syncs.FindStartedAsync(userId, options.DataTypes, before, connections, cancellationToken).ConfigureAwait(false) is { } earlier
            && (earlier.HasEnded || !trail.SyncTimedOut))
        {
            return await WaitAsync(earlier.Sync, connections, cancellationToken).ConfigureAwait(false);
        }

        QardSyncResult result = new() { UserId = userId };
        IReadOnlyList<string> wanted = options.DataTypes;
        QardSync? first = null;
        long began = qard.Time.GetTimestamp();
        for (int joins = 0, looks = 0; ;)
        {
            try
            {
                QardSync started = await qard.Syncs
                    .StartAsync(userId, wanted, PreparedAsync, cancellationToken)
                    .ConfigureAwait(false);
                return result.With(await WaitAsync(started, connections, cancellationToken).ConfigureAwait(false));
            }
            catch (ApiException conflict) when (conflict.Kind == ApiErrorKind.Conflict && joins < MaxJoins)
            {
                IReadOnlyList<QardSyncItem> latest = await qard.Syncs.ListLatestAsync(userId, cancellationToken).ReadAllAsync().ConfigureAwait(false);
                // What ended since the first look belongs to the one that is joined, though it runs no longer.
                string[] joined =
                [
                    .. latest.Where(item => !SyncStatus.IsFinal(item) || first!.Covers(item)).Select(item => item.DataType!).Intersect(wanted, StringComparer.Ordinal),
                ];
                if (joined.Length == 0)
                {
                    // It has ended just now, or it does not show yet, which may take as long as a synchronisation.
                    if (qard.Time.GetElapsedTime(began) >= options.SyncTimeout)
                    {
                        throw;
                    }

                    await qard.Time.Pause(RetryDelay.Compute(looks++, retryAfter: null, random: 1), cancellationToken).ConfigureAwait(false);
                    continue;
                }

                joins++;
                result = result.With(await WaitAsync(QardSyncs.Current(userId, joined), connections, cancellationToken).ConfigureAwait(false));
                wanted = [.. wanted.Except(joined, StringComparer.Ordinal)];
                if (wanted.Count == 0)
                {
                    return result;
                }
            }
        }

        Task PreparedAsync(QardSync sync)
        {
            first ??= sync;
            return trail.SynchronisingAsync(sync.Before, wanted.Count == options.DataTypes.Count);
        }
    }

    private async Task<QardSyncResult> WaitAsync(QardSync sync, IReadOnlyList<QardDataConnection> connections, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            return await qard.Syncs.WaitAsync(sync, connections, options.SyncTimeout, progress: null, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>A type that failed on one connection may have come through another.</summary>
    private static bool HasCome(QardSyncResult sync, string type)
        => sync.DataTypes.Contains(type) || sync.Failures.All(failure => failure.DataType != type);
}
