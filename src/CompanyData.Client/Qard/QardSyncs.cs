using System.Runtime.CompilerServices;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Synchronisations: the collecting itself.</summary>
public sealed class QardSyncs
{
    /// <summary>After this long every item of a synchronisation shows, unless no connection collects it.</summary>
    private static readonly TimeSpan TimeToShow = TimeSpan.FromSeconds(30);

    private readonly ApiTransport _transport;
    private readonly QardDataConnections _connections;
    private readonly KnownUsers _users;

    internal QardSyncs(ApiTransport transport, QardDataConnections connections, KnownUsers users)
    {
        _transport = transport;
        _connections = connections;
        _users = users;
    }

    /// <summary>GET /users/{u}/sync/latest [seed]: the latest item of each data type and connection.</summary>
    public async IAsyncEnumerable<QardSyncItem> ListLatestAsync(string userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (QardSyncItem item in _transport.ReadWholeAsync(
            Listing(ApiPath.Create($"users/{userId}/sync/latest"), userId),
            QardJsonContext.Default.ListQardSyncItem,
            QardJsonContext.Default.PageEnvelopeQardSyncItem,
            item => item.Id is null ? null : $"{item.Id} {item.DataType} {item.DataConnectionId}",
            cancellationToken).ConfigureAwait(false))
        {
            yield return _users.Assign(item, userId);
        }
    }

    /// <summary>GET /users/{u}/sync [docs]: earlier ones too.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="count">How many at the most (<c>per_page</c>); null for the service's choice.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<QardSyncItem> ListHistoryAsync(
        string userId, int? count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Page<QardSyncItem> page = await _transport.SendPageAsync(
            Listing(ApiPath.WithQuery(ApiPath.Create($"users/{userId}/sync"), ("per_page", count?.ToString())), userId),
            QardJsonContext.Default.ListQardSyncItem,
            QardJsonContext.Default.PageEnvelopeQardSyncItem,
            cancellationToken).ConfigureAwait(false);
        foreach (QardSyncItem item in page.Items)
        {
            yield return _users.Assign(item, userId);
        }
    }

    /// <summary>POST /users/{u}/sync [seed].</summary>
    /// <param name="userId">Whose data to collect.</param>
    /// <param name="dataTypes">What to collect; empty for everything.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Conflict"/> where one of the types is being collected already.</exception>
    public async Task<QardSync> StartAsync(string userId, IReadOnlyList<string> dataTypes, CancellationToken cancellationToken)
        => await StartAsync(userId, dataTypes, latest: null, prepared: null, cancellationToken).ConfigureAwait(false);

    /// <summary>As above, for those who have to know what is waited for even where they do not live to see the answer.</summary>
    /// <param name="userId">Whose data to collect.</param>
    /// <param name="dataTypes">What to collect; empty for everything.</param>
    /// <param name="latest">What <see cref="ListLatestAsync"/> tells, where the caller knows; else it is read first.</param>
    /// <param name="prepared">Told before the synchronisation is asked for; with what it holds, <see cref="FindStarted"/> finds it again.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Conflict"/> where one of the types is being collected already.</exception>
    internal async Task<QardSync> StartAsync(
        string userId, IReadOnlyList<string> dataTypes, IReadOnlyList<QardSyncItem>? latest, Func<QardSync, Task>? prepared, CancellationToken cancellationToken)
    {
        IReadOnlyList<QardSyncItem> before = latest ?? await ListLatestAsync(userId, cancellationToken).ReadAllAsync().ConfigureAwait(false);
        QardSync sync = new(userId, dataTypes, before);
        if (prepared is not null)
        {
            await prepared(sync).ConfigureAwait(false);
        }

        try
        {
            await _transport.SendAsync(
                new ApiRequest
                {
                    Method = HttpMethod.Post,
                    Path = ApiPath.Create($"users/{userId}/sync"),
                    Operation = "start the synchronisation",
                    Subject = userId,
                    // A second one of the same types is refused with 409, so repeating does no harm.
                    Safety = RequestSafety.Idempotent,
                    Body = QardClient.Body(new QardSyncOrder { DataTypes = dataTypes.Count == 0 ? null : dataTypes }, QardJsonContext.Default.QardSyncOrder),
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException conflict) when (conflict.Kind == ApiErrorKind.Conflict && conflict.OutcomeUnknown && !before.Any(i => IsRunning(i, dataTypes)))
        {
            // None of these was running before: the attempt whose answer was lost has started them.
        }
        catch (ApiException conflict) when (conflict.Kind == ApiErrorKind.Conflict)
        {
            throw conflict.Restate(
                ApiErrorKind.Conflict,
                $"Qard: a synchronisation of user {userId} is under way already.",
                userId,
                $"Wait for it with: Wait-QardSync -UserId {userId}");
        }

        sync.StartedAt = _transport.Time.GetTimestamp();
        return sync;
    }

    /// <summary>
    /// The synchronisation that was asked for earlier, by whatever process; null where the service shows nothing of it, or only a part of
    /// which nothing runs any more: waiting for that would never end.
    /// </summary>
    /// <param name="userId">Whose.</param>
    /// <param name="dataTypes">The types that were asked for.</param>
    /// <param name="before">The <see cref="QardSync.Before"/> of that time.</param>
    /// <param name="connections">The user's connections.</param>
    /// <param name="latest">What <see cref="ListLatestAsync"/> tells now.</param>
    internal (QardSync Sync, bool HasEnded)? FindStarted(
        string userId,
        IReadOnlyList<string> dataTypes,
        IReadOnlyCollection<string> before,
        IReadOnlyList<QardDataConnection> connections,
        IReadOnlyList<QardSyncItem> latest)
    {
        QardSync sync = new(userId, dataTypes, before);
        SyncTracker tracker = new(sync, connections, _transport.Time);
        tracker.Update(latest);
        return tracker.IsRunning ? (sync, false) : tracker.IsWhole ? (sync, true) : null;
    }

    /// <summary>What is known of how long the synchronisations of a kind take.</summary>
    /// <param name="provider">Through which provider.</param>
    /// <param name="dataTypes">Of what.</param>
    /// <param name="known">What earlier sessions have learned.</param>
    internal TypicalDuration Expect(string provider, IReadOnlyList<string> dataTypes, TypicalDuration? known)
        => _transport.Polls.DurationOf(SyncTracker.KindOf(dataTypes, [provider]), known);

    /// <summary>The synchronisation that is there now, whoever started it.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="dataTypes">What to wait for; empty for what there is.</param>
    public static QardSync Current(string userId, IEnumerable<string> dataTypes)
    {
        string[] types = [.. dataTypes];
        return new(userId, types, Array.Empty<string>()) { IsWhateverRuns = types.Length == 0 };
    }

    /// <summary>Waits until every data type asked for has ended on every connection that collects it, each on its own.</summary>
    /// <param name="sync">What to wait for.</param>
    /// <param name="timeout">How long; null for as long as it takes. A first synchronisation can take hours, even days [docs].</param>
    /// <param name="progress">Told after each look.</param>
    /// <param name="cancellationToken">Ends the wait; the synchronisation goes on.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.WaitTimeout"/> where time is up; the synchronisation goes on.</exception>
    public Task<QardSyncResult> WaitAsync(
        QardSync sync, TimeSpan? timeout, IProgress<QardSyncProgress>? progress, CancellationToken cancellationToken)
        => WaitAsync(sync, timeout, events: null, progress, cancellationToken);

    /// <summary>As above, told by events when to poll.</summary>
    /// <param name="sync">What to wait for.</param>
    /// <param name="timeout">How long; null for as long as it takes.</param>
    /// <param name="events">What a webhook receiver reports; null to poll by time alone.</param>
    /// <param name="progress">Told after each poll.</param>
    /// <param name="cancellationToken">Ends the wait; the synchronisation goes on.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.WaitTimeout"/> where time is up; the synchronisation goes on.</exception>
    public async Task<QardSyncResult> WaitAsync(
        QardSync sync, TimeSpan? timeout, QardSyncEvents? events, IProgress<QardSyncProgress>? progress, CancellationToken cancellationToken)
        => (await WaitAsync(sync, connections: null, areAssumed: false, timeout, events, progress, cancellationToken).ConfigureAwait(false))!;

    /// <summary>As above, for those who know the user's connections already.</summary>
    /// <param name="sync">What to wait for.</param>
    /// <param name="connections">The user's connections as they were when it was started; null to have them read.</param>
    /// <param name="areAssumed">The connections are not what the service says but what was known of an earlier time.</param>
    /// <param name="timeout">How long; null for as long as it takes.</param>
    /// <param name="events">What a webhook receiver reports; null to poll by time alone.</param>
    /// <param name="progress">Told after each look.</param>
    /// <param name="cancellationToken">Ends the wait; the synchronisation goes on.</param>
    /// <returns>Null where what the service shows does not fit assumed connections.</returns>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.WaitTimeout"/> where time is up; the synchronisation goes on.</exception>
    internal async Task<QardSyncResult?> WaitAsync(
        QardSync sync,
        IReadOnlyList<QardDataConnection>? connections,
        bool areAssumed,
        TimeSpan? timeout,
        QardSyncEvents? events,
        IProgress<QardSyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        long started = _transport.Time.GetTimestamp();
        IReadOnlyList<QardDataConnection>? collecting = connections ?? await _transport.Polls.WaitAsync(
            ApiPath.Create($"users/{sync.UserId}/data-connections"),
            timeout,
            token => _connections.ListAsync(sync.UserId, token).ReadAllAsync(),
            static list => list,
            cancellationToken).ConfigureAwait(false);
        SyncTracker watch = new(sync, collecting ?? [], _transport.Time);
        StartedOperation? operation = sync.StartedAt is { } startedAt ? new(_transport.Polls.DurationOf(watch.Kind), startedAt, () => watch.Duration) : null;
        using SyncEventTrigger? trigger = events?.Subscribe(sync.UserId, watch.Kind);
        bool isDoubtful = false;
        SyncTracker? ended = collecting is null ? null : await _transport.Polls.WaitAsync(
            ApiPath.Create($"users/{sync.UserId}/sync/latest"),
            timeout - _transport.Time.GetElapsedTime(started),
            token => ListLatestAsync(sync.UserId, token).ReadAllAsync(),
            items =>
            {
                watch.Update(items);
                progress?.Report(new(sync.UserId, watch.Done, watch.Total));
                isDoubtful = areAssumed && !watch.IsWhole && _transport.Time.GetElapsedTime(started) >= TimeToShow;
                operation?.IsAbandoned = isDoubtful;
                return watch.HasEnded || isDoubtful ? watch : null;
            },
            operation,
            trigger,
            cancellationToken).ConfigureAwait(false);
        if (isDoubtful)
        {
            return null;
        }

        if (ended is null)
        {
            string state = collecting is null ? "no response has arrived" : $"{watch.Done} of {watch.Total} done: {watch.Describe()}";
            throw _transport.Fail(
                ApiErrorKind.WaitTimeout,
                "wait for the synchronisation",
                $"Qard: the synchronisation of user {sync.UserId} has not ended within {timeout} ({state}). It goes on.",
                sync.UserId,
                $"Wait on with: Wait-QardSync -UserId {sync.UserId}, or look with Get-QardSync.");
        }

        IReadOnlyList<QardDataConnection> latest = watch.NeedsConsent
            ? await _connections.ListAsync(sync.UserId, cancellationToken).ReadAllAsync().ConfigureAwait(false)
            : [];
        return watch.ToResult(latest, _transport.Time.GetElapsedTime(started), operation?.Took);
    }

    private static bool IsRunning(QardSyncItem item, IReadOnlyList<string> dataTypes)
        => !SyncStatus.IsFinal(item) && (dataTypes.Count == 0 || dataTypes.Contains(item.DataType ?? string.Empty, StringComparer.Ordinal));

    private static ApiRequest Listing(string path, string userId) => ApiRequest.Get(path, "read the synchronisations", userId);
}
