using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Tracks one synchronisation: what is expected, what has ended, what failed.</summary>
internal sealed class SyncTracker
{
    /// <summary>Time after which a type that no connection collects will not appear any more; dependent types may appear until then.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly QardSync _sync;
    private readonly IReadOnlyList<QardDataConnection> _connections;
    private readonly TimeProvider _time;
    private readonly long _started;
    private IReadOnlyList<QardSyncItem> _items = [];

    public SyncTracker(QardSync sync, IReadOnlyList<QardDataConnection> connections, TimeProvider time)
    {
        _sync = sync;
        _connections = connections;
        _time = time;
        _started = time.GetTimestamp();
        Types = sync.DataTypes.Count > 0
            ? sync.DataTypes
            : [.. connections.SelectMany(connection => connection.RequestedDataTypes).Distinct(StringComparer.Ordinal)];
        Expected = [.. connections.Where(IsUsable).SelectMany(c => c.RequestedDataTypes.Intersect(Types, StringComparer.Ordinal).Select(type => (type, c.Id)))];
    }

    public int Total => Math.Max(Expected.Count, _items.Count) + Unscheduled.Count();

    public int Done => _items.Count(SyncStatus.IsFinal);

    public bool NeedsConsent => _items.Any(item => item.Status == SyncStatus.AuthError);

    /// <summary>Whether an item is in progress.</summary>
    public bool IsRunning => !_items.All(SyncStatus.IsFinal);

    /// <summary>Whether all expected items are visible.</summary>
    public bool IsWhole => _items.Count > 0
        && Expected.All(pair => _items.Any(item => item.DataType == pair.Type && (item.DataConnectionId ?? pair.ConnectionId) == pair.ConnectionId));

    /// <summary>Whether all expected items are visible and final. An empty list or items from before are not the end.</summary>
    public bool HasEnded => !IsRunning
        && (IsWhole || Expected.Count == 0 || IsAllThereIs)
        && (GraceIsOver || (Unscheduled.Any() ? Unscheduled.All(IsBlocked) : _items.Count > 0));

    /// <summary>Key of synchronisations with a similar duration: providers and data types.</summary>
    public string Kind => KindOf(Types, Expected.Select(pair => _connections.First(connection => connection.Id == pair.ConnectionId).ProviderName));

    /// <summary>Duration according to the service, often in whole seconds; null if the service does not disclose it.</summary>
    public TimeSpan? Duration => DurationOf(_items);

    private IReadOnlyList<string> Types { get; }

    private IReadOnlyList<(string Type, string? ConnectionId)> Expected { get; }

    /// <summary>Requested types that no usable connection collects and that have not appeared.</summary>
    private IEnumerable<string> Unscheduled => Types.Where(type => Expected.All(pair => pair.Type != type) && _items.All(item => item.DataType != type));

    private bool IsAllThereIs => _sync.IsWhateverRuns && _items.Count > 0 && GraceIsOver;

    private bool GraceIsOver => _time.GetElapsedTime(_started) >= Grace;

    public static string KindOf(IEnumerable<string> dataTypes, IEnumerable<string?> providers)
        => $"{string.Join(",", providers.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal))}: {string.Join(",", dataTypes.OrderBy(type => type, StringComparer.Ordinal))}";

    /// <summary>The <see cref="Duration"/> of a synchronisation.</summary>
    public static TimeSpan? DurationOf(IReadOnlyCollection<QardSyncItem> items)
    {
        if (items.Count == 0 || items.Any(item => item.CompletedAt is null) || items.Max(item => item.CompletedAt) - items.Min(item => item.RequestedAt) is not { } duration)
        {
            return null;
        }

        return duration.Ticks % TimeSpan.TicksPerSecond == 0 ? duration + TimeSpan.FromSeconds(1) : duration;
    }

    public void Update(IReadOnlyList<QardSyncItem> latest) => _items = [.. latest.Where(_sync.Covers)];

    public string Describe() => _items.Count == 0
        ? "nothing has started yet"
        : string.Join(", ", _items.Select(item => $"{item.DataType} {item.Status}"));

    /// <param name="connections">The current connections, for their consent addresses.</param>
    /// <param name="waited">Duration of the wait.</param>
    /// <param name="took">Duration of the synchronisation; null if unknown.</param>
    public QardSyncResult ToResult(IReadOnlyList<QardDataConnection> connections, TimeSpan waited, DurationRange? took)
    {
        ValueList<QardSyncFailure> failures = [.. _items.Where(item => item.Status != SyncStatus.Success).Select(new SyncFailures(_sync.UserId, connections).Explain)];
        SyncFailures blocked = new(_sync.UserId, _connections);
        failures.AddRange(Unscheduled.Select(blocked.NotStarted));
        if (_items.Count == 0 && failures.Count == 0)
        {
            failures.Add(blocked.NotStarted(SyncFailures.AnyType));
        }

        return new() { UserId = _sync.UserId, Items = new(_items), Failures = failures, Waited = waited, Took = took };
    }

    private bool IsBlocked(string type)
        => _connections.Any(connection => !IsUsable(connection) && connection.RequestedDataTypes.Contains(type));

    private static bool IsUsable(QardDataConnection connection) => connection.Status is ConnectionStatus.Connected;
}
