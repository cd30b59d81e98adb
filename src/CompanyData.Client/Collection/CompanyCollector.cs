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

    /// <summary>As below, of a company of which no more than the journal is known.</summary>
    public Task<CompanyDossier> CollectAsync(CompanyRequest company, IProgress<string>? progress, CancellationToken cancellationToken)
        => CollectAsync(company, known: null, progress, cancellationToken);

    /// <summary>Collects one company. What goes wrong stands in the dossier.</summary>
    /// <param name="company">Which.</param>
    /// <param name="known">What earlier collections tell, where the journal knows nothing of the company; null where they do not.</param>
    /// <param name="progress">Told in words what is being done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The siren has not the right form; nothing was sent.</exception>
    /// <exception cref="ApiException">The key was refused, the session closed, or the audit log cannot be written: nothing else would work either.</exception>
    /// <exception cref="JournalException">The journal cannot be written.</exception>
    internal async Task<CompanyDossier> CollectAsync(CompanyRequest company, KnownCompany? known, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        company.Validate();
        CallScope.WaitForRecovery();
        CompanyCheckpoint trail = new(journal, company.Siren, known);
        CompanyDossier dossier = new()
        {
            Siren = company.Siren,
            Name = company.Name,
            Service = ServiceOf(qard),
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
            CompanyConnector connector = new(qard, options, company, dossier, trail);
            QardSyncResult? sync = null;
            if (await connector.AssumeAsync(cancellationToken).ConfigureAwait(false) is { } assumed)
            {
                step = CompanyDossier.SyncStep;
                progress?.Report($"{company.Siren}: synchronisation");
                sync = await TrySynchroniseAsync(assumed, trail, cancellationToken).ConfigureAwait(false);
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
                sync = (await SynchroniseAsync(source, trail, cancellationToken).ConfigureAwait(false))!;
            }

            dossier.SyncTook = sync.Took;
            foreach (QardSyncFailure failure in sync.Failures)
            {
                dossier.Fail(failure);
            }

            dossier.Syncs.AddRange(sync.Items);
            progress?.Report($"{company.Siren}: data");
            await new DossierReader(qard.Data, dossier).ReadAsync(dossier.UserId!, [.. options.DataTypes.Where(type => HasCome(sync, type))], cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (!exception.EndsRun)
        {
            dossier.Fail(step, exception);
        }

        dossier.Elapsed = qard.Time.GetElapsedTime(started);
        return dossier;
    }

    /// <summary>
    /// What an earlier run has asked for is taken where it has ended since, and joined where it still runs. One that neither runs nor is
    /// whole is dead, and so may be one that an earlier run has waited for in vain: then a new one is asked for, which the service
    /// refuses while the old one runs. Where some of the types are being collected already, that is waited for; the rest is started.
    /// </summary>
    /// <returns>Null where the service shows something else than what was assumed.</returns>
    private async Task<QardSyncResult?> SynchroniseAsync(CompanySource source, CompanyCheckpoint trail, CancellationToken cancellationToken)
    {
        string userId = source.UserId;
        if (trail.SyncBefore is { } before
            && qard.Syncs.FindStarted(userId, options.DataTypes, before, source.Connections, source.Latest) is { } earlier
            && (earlier.HasEnded || !trail.SyncTimedOut))
        {
            return await WaitAsync(earlier.Sync, source, cancellationToken).ConfigureAwait(false);
        }

        QardSyncResult result = new() { UserId = userId };
        IReadOnlyList<QardSyncItem>? known = source.Latest;
        IReadOnlyList<string> wanted = options.DataTypes;
        QardSync? first = null;
        long began = qard.Time.GetTimestamp();
        for (int joins = 0, looks = 0; ;)
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
            return trail.SynchronisingAsync(sync.Before, wanted.Count == options.DataTypes.Count);
        }
    }

    /// <summary>As below; also where the service refuses because what was assumed is so no more.</summary>
    private async Task<QardSyncResult?> TrySynchroniseAsync(CompanySource assumed, CompanyCheckpoint trail, CancellationToken cancellationToken)
    {
        try
        {
            return await SynchroniseAsync(assumed, trail, cancellationToken).ConfigureAwait(false);
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
            return await qard.Syncs.WaitAsync(sync, source.Connections, source.IsAssumed, options.SyncTimeout, progress: null, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>The <see cref="CompanyDossier.Service"/> of a session.</summary>
    internal static string ServiceOf(QardClient qard) => qard.BaseUri.Authority + qard.BaseUri.AbsolutePath.TrimEnd('/');

    /// <summary>A type that failed on one connection may have come through another.</summary>
    private static bool HasCome(QardSyncResult sync, string type)
        => sync.DataTypes.Contains(type) || sync.Failures.All(failure => failure.DataType != type);
}
