using System.Runtime.CompilerServices;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Starts, reads and awaits synchronisations.</summary>
public sealed class QardSyncs
{
    /// <summary>Time after which all items of a synchronisation are visible, except those that no connection collects.</summary>
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

    /// <summary>GET /users/{u}/sync [docs]: includes earlier synchronisations.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="count">Maximum number of items (<c>per_page</c>); null for the service's default.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
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

    /// <summary>What a synchronisation would not collect: types of connections that wait for the end user's consent, and types that no connection collects.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="dataTypes">Data types to collect; empty for all.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<IReadOnlyList<QardSyncFailure>> ForeseeFailuresAsync(string userId, IReadOnlyList<string> dataTypes, CancellationToken cancellationToken)
        => [.. new SyncFailures(userId, await _connections.ListAsync(userId, cancellationToken).ReadAllAsync().ConfigureAwait(false)).Foresee(dataTypes)];

    /// <summary>POST /users/{u}/sync [seed].</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="dataTypes">Data types to collect; empty for all.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Conflict"/> if one of the types is already being synchronised.</exception>
    public async Task<QardSync> StartAsync(string userId, IReadOnlyList<string> dataTypes, CancellationToken cancellationToken)
        => await StartAsync(userId, dataTypes, latest: null, prepared: null, cancellationToken).ConfigureAwait(false);

    /// <summary>Like the other overload, for callers that record the synchronisation before it is requested.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="dataTypes">Data types to collect; empty for all.</param>
    /// <param name="latest">The result of <see cref="ListLatestAsync"/>; null to read it first.</param>
    /// <param name="prepared">Called before the synchronisation is requested, with the data by which <see cref="FindStarted"/> finds it again.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.Conflict"/> if one of the types is already being synchronised.</exception>
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
                    // A second synchronisation of the same types is rejected with 409, so repeating is safe.
                    Safety = RequestSafety.Idempotent,
                    Body = QardClient.Body(new QardSyncOrder { DataTypes = dataTypes.Count == 0 ? null : dataTypes }, QardJsonContext.Default.QardSyncOrder),
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException conflict) when (conflict.Kind == ApiErrorKind.Conflict && conflict.OutcomeUnknown && !before.Any(i => IsRunning(i, dataTypes)))
        {
            // None of these was running before, so the attempt whose response was lost has started them.
        }
        catch (ApiException conflict) when (conflict.Kind == ApiErrorKind.Conflict)
        {
            throw conflict.Restate(
                ApiErrorKind.Conflict,
                $"Qard: a synchronisation of user {userId} is already in progress.",
                userId,
                $"Wait for it with: Wait-QardSync -UserId {userId}");
        }

        sync.StartedAt = _transport.Time.GetTimestamp();
        return sync;
    }

    /// <summary>
    /// Finds a synchronisation that this or another process requested earlier; null if the service shows nothing of it, or only a part of
    /// which nothing is running: waiting for that would never end.
    /// </summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="dataTypes">The requested types.</param>
    /// <param name="before">The <see cref="QardSync.Before"/> at that time.</param>
    /// <param name="connections">The user's connections.</param>
    /// <param name="latest">The current result of <see cref="ListLatestAsync"/>.</param>
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

    /// <summary>Sets the expected duration of similar synchronisations.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="dataTypes">The data types.</param>
    /// <param name="known">The durations in earlier sessions.</param>
    internal TypicalDuration Expect(string provider, IReadOnlyList<string> dataTypes, TypicalDuration? known)
        => _transport.Polls.DurationOf(SyncTracker.KindOf(dataTypes, [provider]), known);

    /// <summary>The current synchronisation, regardless of who started it.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="dataTypes">Data types to wait for; empty for all current ones.</param>
    public static QardSync Current(string userId, IEnumerable<string> dataTypes)
    {
        string[] types = [.. dataTypes];
        return new(userId, types, Array.Empty<string>()) { IsWhateverRuns = types.Length == 0 };
    }

    /// <summary>Waits until every requested data type has ended on every connection that collects it.</summary>
    /// <param name="sync">The synchronisation to wait for.</param>
    /// <param name="timeout">Maximum time to wait; null for no limit. A first synchronisation can take hours or even days [docs].</param>
    /// <param name="progress">Receives the progress after each poll; null for none.</param>
    /// <param name="cancellationToken">Cancels the wait; the synchronisation continues.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.WaitTimeout"/> if the time-out is reached; the synchronisation continues.</exception>
    public Task<QardSyncResult> WaitAsync(
        QardSync sync, TimeSpan? timeout, IProgress<QardSyncProgress>? progress, CancellationToken cancellationToken)
        => WaitAsync(sync, timeout, events: null, progress, cancellationToken);

    /// <summary>As above, told by events when to poll.</summary>
    /// <param name="sync">The synchronisation to wait for.</param>
    /// <param name="timeout">Maximum time to wait; null for no limit.</param>
    /// <param name="events">Events reported by a webhook receiver; null to only poll.</param>
    /// <param name="progress">Told after each poll.</param>
    /// <param name="cancellationToken">Cancels the wait; the synchronisation continues.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.WaitTimeout"/> if the time-out is reached; the synchronisation continues.</exception>
    public async Task<QardSyncResult> WaitAsync(
        QardSync sync, TimeSpan? timeout, QardSyncEvents? events, IProgress<QardSyncProgress>? progress, CancellationToken cancellationToken)
        => (await WaitAsync(sync, connections: null, areAssumed: false, timeout, events, progress, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Like the other overload, for callers that know the user's connections.</summary>
    /// <param name="sync">The synchronisation to wait for.</param>
    /// <param name="connections">The user's connections when it was started; null to read them.</param>
    /// <param name="areAssumed">Whether the connections are assumed from an earlier time, not read from the service.</param>
    /// <param name="timeout">Maximum time to wait; null for no limit.</param>
    /// <param name="events">Events reported by a webhook receiver; null to only poll.</param>
    /// <param name="progress">Receives the progress after each poll; null for none.</param>
    /// <param name="cancellationToken">Cancels the wait; the synchronisation continues.</param>
    /// <returns>Null if the state at the service contradicts assumed connections.</returns>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.WaitTimeout"/> if the time-out is reached; the synchronisation continues.</exception>
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
                $"Qard: the synchronisation of user {sync.UserId} has not ended within {timeout} ({state}). It continues.",
                sync.UserId,
                $"Wait again with: Wait-QardSync -UserId {sync.UserId}, or check with Get-QardSync.");
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
