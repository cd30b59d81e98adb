using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>Siren in, dossier out: user, connection, synchronisation, wait, retrieve.</summary>
/// <param name="qard">The session.</param>
/// <param name="options">What to collect.</param>
public sealed class CompanyCollector(QardClient qard, CollectionOptions options)
{
    /// <summary>So often a synchronisation that somebody else started is joined before the company counts as failed.</summary>
    private const int MaxJoins = 3;

    /// <summary>Collects one company. What goes wrong stands in the dossier.</summary>
    /// <param name="company">Which.</param>
    /// <param name="progress">Told in words what is being done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The siren has not the right form; nothing was sent.</exception>
    /// <exception cref="ApiException">The key was refused; nothing else would work either.</exception>
    public async Task<CompanyDossier> CollectAsync(CompanyRequest company, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        company.Validate();
        Outage.Outlast();
        CompanyDossier dossier = new() { Siren = company.Siren, Name = company.Name };
        long started = qard.Time.GetTimestamp();
        dossier.CollectedAt = qard.Time.GetUtcNow().UtcDateTime;
        string step = "User";
        try
        {
            progress?.Report($"{company.Siren}: user");
            string userId = await FindOrCreateUserAsync(company, dossier, cancellationToken).ConfigureAwait(false);
            step = "Connection";
            progress?.Report($"{company.Siren}: connection");
            await ConnectAsync(userId, cancellationToken).ConfigureAwait(false);
            step = "Sync";
            progress?.Report($"{company.Siren}: synchronisation");
            QardSyncResult sync = await SynchroniseAsync(userId, cancellationToken).ConfigureAwait(false);
            foreach (QardSyncFailure failure in sync.Failures)
            {
                dossier.Fail(failure.DataType, failure.Reason, failure.Remedy);
            }

            dossier.Syncs.AddRange(sync.Items);
            progress?.Report($"{company.Siren}: data");
            foreach (string dataType in options.DataTypes.Where(type => HasCome(sync, type)))
            {
                await RetrieveAsync(dossier, userId, dataType, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ApiException exception) when (exception.Kind != ApiErrorKind.Unauthorized)
        {
            dossier.Fail(step, exception.Message, exception.Remedy);
        }

        dossier.Elapsed = qard.Time.GetElapsedTime(started);
        return dossier;
    }

    private async Task<string> FindOrCreateUserAsync(CompanyRequest company, CompanyDossier dossier, CancellationToken cancellationToken)
    {
        IReadOnlyList<QardUser> known = await qard.Users.FindAsync(company.Siren, cancellationToken).ConfigureAwait(false);
        QardUser? user = known.OrderBy(candidate => candidate.CreatedAt ?? DateTime.MaxValue).FirstOrDefault();
        if (known.Count > 1)
        {
            dossier.Remarks.Add($"{known.Count} users share this siren; the oldest, {user!.Id}, was used.");
        }

        if (user is null && string.IsNullOrWhiteSpace(company.Name))
        {
            throw new ApiException(ApiErrorKind.Invalid, "Qard", "create the user", $"Qard: {company.Siren} has no user yet, and a new one needs a name.")
            {
                Subject = company.Siren,
                Remedy = "Give -Name, or a 'name' column.",
            };
        }

        user ??= await qard.Users.CreateAsync(new QardNewLegalUser { Name = company.Name!, Siren = company.Siren }, known, cancellationToken).ConfigureAwait(false);
        dossier.Name ??= user.Name;
        dossier.UserId = user.Id;
        return user.Id ?? throw new ApiException(ApiErrorKind.InvalidResponse, "Qard", "create the user", $"Qard: the user of {company.Siren} came without an id.");
    }

    private async Task ConnectAsync(string userId, CancellationToken cancellationToken)
    {
        IReadOnlyList<QardDataConnection> connections = await qard.Connections.ListAsync(userId, cancellationToken).ConfigureAwait(false);
        QardDataConnection? connection = connections.FirstOrDefault(candidate => QardDataConnections.Connects(candidate, options.ProviderName));
        if (connection is null)
        {
            QardNewDataConnection wanted = new() { ProviderName = options.ProviderName, RequestedDataTypes = options.DataTypes };
            connection = await qard.Connections.CreateAsync(userId, wanted, cancellationToken).ConfigureAwait(false);
        }
        else if (options.DataTypes.Except(connection.RequestedDataTypes, StringComparer.Ordinal).Any())
        {
            IReadOnlyList<string> all = [.. connection.RequestedDataTypes.Union(options.DataTypes, StringComparer.Ordinal)];
            connection = await qard.Connections
                .ChangeAsync(userId, connection.Id!, new QardDataConnectionChange { RequestedDataTypes = all }, cancellationToken)
                .ConfigureAwait(false);
        }

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
    }

    /// <summary>Where some of the types are being collected already, that is waited for; the rest is started.</summary>
    private async Task<QardSyncResult> SynchroniseAsync(string userId, CancellationToken cancellationToken)
    {
        QardSyncResult result = new() { UserId = userId };
        IReadOnlyList<string> wanted = options.DataTypes;
        for (int joins = 0; ; joins++)
        {
            try
            {
                QardSync started = await qard.Syncs.StartAsync(userId, wanted, cancellationToken).ConfigureAwait(false);
                return result.With(await WaitAsync(started, cancellationToken).ConfigureAwait(false));
            }
            catch (ApiException conflict) when (conflict.Kind == ApiErrorKind.Conflict && joins < MaxJoins)
            {
                IReadOnlyList<QardSyncItem> latest = await qard.Syncs.GetLatestAsync(userId, cancellationToken).ConfigureAwait(false);
                string[] running = [.. latest.Where(item => !SyncStatus.IsFinal(item)).Select(item => item.DataType!).Intersect(wanted, StringComparer.Ordinal)];
                if (running.Length == 0)
                {
                    continue;
                }

                result = result.With(await WaitAsync(QardSyncs.Current(userId, running), cancellationToken).ConfigureAwait(false));
                wanted = [.. wanted.Except(running, StringComparer.Ordinal)];
                if (wanted.Count == 0)
                {
                    return result;
                }
            }
        }
    }

    private Task<QardSyncResult> WaitAsync(QardSync sync, CancellationToken cancellationToken)
        => qard.Syncs.WaitAsync(sync, options.SyncTimeout, progress: null, cancellationToken);

    /// <summary>A type that failed on one connection may have come through another.</summary>
    private static bool HasCome(QardSyncResult sync, string type)
        => sync.DataTypes.Contains(type) || sync.Failures.All(failure => failure.DataType != type);

    private async Task RetrieveAsync(CompanyDossier dossier, string userId, string dataType, CancellationToken cancellationToken)
    {
        List<QardUserData> items = [];
        try
        {
            await foreach (QardUserData item in qard.Data.GetAsync(userId, dataType, cancellationToken).ConfigureAwait(false))
            {
                items.Add(item);
            }
        }
        catch (ApiException none) when (none.Kind == ApiErrorKind.NotFound)
        {
            // Some types answer 404 where there is nothing (qard.md, ACT).
        }
        catch (ApiException exception) when (exception.Kind != ApiErrorKind.Unauthorized)
        {
            dossier.Fail(dataType, exception.Message, exception.Remedy);
            return;
        }

        if (items.Count == 0 && dataType == QardDataType.CompanyProfile)
        {
            dossier.Fail(dataType, "the service has no profile of the company", "Check the siren, or try again later.");
            return;
        }

        dossier.Add(dataType, items);
    }
}
