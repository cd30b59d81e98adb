using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>Collects the dossier of a company: creates user and connection, starts the synchronisation, waits for it, reads the data.</summary>
/// <param name="qard">The session.</param>
/// <param name="options">What to collect.</param>
/// <param name="journal">Records each step before the next one depends on it. Earlier runs are resumed. Null for none.</param>
/// <remarks>
/// No user is created twice: the siren is looked up before a create and after a create whose outcome is unknown, also if an earlier run was
/// killed in between. This assumes that the service's list shows a new user within <see cref="GuardedCreate.SettlingTime"/>.
/// </remarks>
public sealed class CompanyCollector(QardClient qard, CollectionOptions options, CollectionJournal? journal = null)
{
    /// <summary>Maximum number of synchronisations started by others that are joined before the company counts as failed.</summary>
    private const int MaxJoins = 6;

    private int _waiting;

    /// <summary>Number of companies that are waiting for a synchronisation.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Collects one company without knowledge of earlier collections besides the journal.</summary>
    public Task<CompanyDossier> CollectAsync(CompanyRequest company, IProgress<string>? progress, CancellationToken cancellationToken)
        => CollectAsync(company, known: null, progress, cancellationToken);

    /// <summary>Collects one company. Failures are recorded in the dossier.</summary>
    /// <param name="company">The company to collect.</param>
    /// <param name="known">Knowledge from earlier collections, used if the journal has no entry of the company; null for none.</param>
    /// <param name="progress">Receives the current step in words; null for none.</param>
    /// <param name="cancellationToken">Cancels the collection.</param>
    /// <exception cref="ArgumentException">The siren is invalid; nothing was sent.</exception>
    /// <exception cref="ApiException">A failure that affects every call: <see cref="ApiException.EndsRun"/> is true.</exception>
    /// <exception cref="JournalException">The journal cannot be written.</exception>
    internal async Task<CompanyDossier> CollectAsync(CompanyRequest company, KnownCompany? known, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        company.Validate();
        CallScope.WaitForRecovery();
        CompanyCheckpoint checkpoint = new(journal, company.Siren, known);
        CompanyDossier dossier = new()
        {
            Siren = company.Siren,
            Name = company.Name,
            Service = ServiceOf(qard),
            ProviderName = options.ProviderName,
            DataTypes = [.. options.DataTypes],
            Attempt = checkpoint.Attempt,
        };
        long started = qard.Time.GetTimestamp();
        dossier.CollectedAt = qard.Time.GetUtcNow().UtcDateTime;
        string step = "User";
        try
        {
            progress?.Report($"{company.Siren}: user");
            CompanyConnector connector = new(qard, options, company, dossier, checkpoint);
            QardSyncResult? sync = null;
            if (await connector.AssumeAsync(cancellationToken).ConfigureAwait(false) is { } assumed)
            {
                step = CompanyDossier.SyncStep;
                progress?.Report($"{company.Siren}: synchronisation");
                sync = await TrySynchroniseAsync(assumed, checkpoint, cancellationToken).ConfigureAwait(false);
            }

            if (sync is null)
            {
                step = "User";
                (string userId, bool isNew) = await connector.FindOrCreateUserAsync(cancellationToken).ConfigureAwait(false);
                step = "Connection";
                progress?.Report($"{company.Siren}: connection");
                CompanySource source = await connector.ConnectAsync(userId, isNew, cancellationToken).ConfigureAwait(false);
                step = CompanyDossier.SyncStep;
                progress?.Report($"{company.Siren}: synchronisation");
                sync = (await SynchroniseAsync(source, checkpoint, cancellationToken).ConfigureAwait(false))!;
            }

            dossier.SyncTook = sync.Took;
            foreach (QardSyncFailure failure in sync.Failures)
            {
                dossier.Fail(failure);
            }

            dossier.AddSyncs(sync.Items);
            progress?.Report($"{company.Siren}: data");
            await new DossierReader(qard.Data, dossier).ReadAsync(dossier.UserId!, [.. options.DataTypes.Where(type => IsAvailable(sync, type))], cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (!exception.EndsRun)
        {
            dossier.Fail(step, exception);
        }

        dossier.Elapsed = qard.Time.GetElapsedTime(started);
        return dossier;
    }

    /// <summary>
    /// A synchronisation started by an earlier run is used if it has ended, and joined if it is still running. It may be dead if an earlier run
    /// reached its time-out: then a new one is started, which the service rejects while the old one is running. If some of the types are
    /// already being synchronised, this waits for them and starts the others.
    /// </summary>
    /// <returns>Null if the state at the service differs from what was assumed.</returns>
    private async Task<QardSyncResult?> SynchroniseAsync(CompanySource source, CompanyCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        string userId = source.UserId;
        if (checkpoint.SyncBefore is { } before
            && qard.Syncs.FindStarted(userId, options.DataTypes, before, source.Connections, source.Latest) is { } earlier
            && (earlier.HasEnded || !checkpoint.SyncTimedOut))
        {
            return await WaitAsync(earlier.Sync, source, cancellationToken).ConfigureAwait(false);
        }

        QardSyncResult result = new() { UserId = userId };
        IReadOnlyList<QardSyncItem>? known = source.Latest;
        IReadOnlyList<string> wanted = options.DataTypes;
        QardSync? first = null;
        long began = qard.Time.GetTimestamp();
        for (int joins = 0, polls = 0; ;)
        {
            try
            {
                QardSync started = await qard.Syncs
                    .StartAsync(userId, wanted, known, PreparedAsync, cancellationToken)
                    .ConfigureAwait(false);
                return await WaitAsync(started, source, cancellationToken).ConfigureAwait(false) is { } ended ? result.With(ended) : null;
            }
            catch (ApiException conflict) when (conflict.Kind == ApiErrorKind.Conflict && joins < MaxJoins)
            {
                known = null;
                IReadOnlyList<QardSyncItem> latest = await qard.Syncs.ListLatestAsync(userId, cancellationToken).ReadAllAsync().ConfigureAwait(false);
                // Items that ended since the first check belong to the joined synchronisation, although they no longer run.
                string[] joined =
                [
                    .. latest.Where(item => !SyncStatus.IsFinal(item) || first!.Covers(item)).Select(item => item.DataType!).Intersect(wanted, StringComparer.Ordinal),
                ];
                if (joined.Length == 0)
                {
                    // It has just ended, or it is not visible yet, which may take as long as a synchronisation.
                    if (qard.Time.GetElapsedTime(began) >= options.SyncTimeout)
                    {
                        throw;
                    }

                    await qard.Time.Pause(RetryDelay.Compute(polls++, retryAfter: null, random: 1), cancellationToken).ConfigureAwait(false);
                    continue;
                }

                joins++;
                if (await WaitAsync(QardSyncs.Current(userId, joined), source, cancellationToken).ConfigureAwait(false) is not { } other)
                {
                    return null;
                }

                result = result.With(other);
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
            return checkpoint.SynchronisingAsync(sync.Before, wanted.Count == options.DataTypes.Count);
        }
    }

    /// <summary>Like <see cref="SynchroniseAsync"/>, but also returns null if the service rejects the request because an assumption is outdated.</summary>
    private async Task<QardSyncResult?> TrySynchroniseAsync(CompanySource assumed, CompanyCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        try
        {
            return await SynchroniseAsync(assumed, checkpoint, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException refusal) when (refusal.Kind is ApiErrorKind.NotFound or ApiErrorKind.Invalid)
        {
            return null;
        }
    }

    private async Task<QardSyncResult?> WaitAsync(QardSync sync, CompanySource source, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            return await qard.Syncs.WaitAsync(sync, source.Connections, source.IsAssumed, options.SyncTimeout, options.Events, progress: null, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>The <see cref="CompanyDossier.Service"/> of a session.</summary>
    internal static string ServiceOf(QardClient qard) => qard.BaseUri.Authority + qard.BaseUri.AbsolutePath.TrimEnd('/');

    /// <summary>Whether data of a type can be read: a type that failed on one connection may have been synchronised through another.</summary>
    private static bool IsAvailable(QardSyncResult sync, string type)
        => sync.DataTypes.Contains(type) || sync.Failures.All(failure => failure.DataType != type);
}
