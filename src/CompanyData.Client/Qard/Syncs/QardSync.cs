using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A started synchronisation. Records the items that existed before, so that a wait never mistakes an older synchronisation for it.</summary>
public sealed class QardSync
{
    private readonly HashSet<string> _before;

    internal QardSync(string userId, IEnumerable<string> dataTypes, IEnumerable<QardSyncItem> before)
        : this(userId, dataTypes, before.Select(Key))
    {
    }

    internal QardSync(string userId, IEnumerable<string> dataTypes, IEnumerable<string> before)
    {
        UserId = userId;
        DataTypes = new(dataTypes);
        _before = [.. before];
    }

    public string UserId { get; }

    /// <summary>The requested types; empty for all types of the user's connections.</summary>
    public ValueList<string> DataTypes { get; }

    /// <summary>Opaque keys of the items that existed before; save them if the process may end before the synchronisation.</summary>
    internal IReadOnlyCollection<string> Before => _before;

    /// <summary>Timestamp of the start; null if another session started it.</summary>
    internal long? StartedAt { get; set; }

    /// <summary>Whether to wait for all current items of any type, instead of requested types.</summary>
    internal bool IsWhateverRuns { get; init; }

    /// <summary>Whether an item was created after the start. An id may be reused, so the time is compared as well.</summary>
    internal bool Covers(QardSyncItem item)
        => !_before.Contains(Key(item)) && (DataTypes.Count == 0 || DataTypes.Contains(item.DataType ?? string.Empty));

    private static string Key(QardSyncItem item) => $"{item.Id}|{item.DataType}|{item.DataConnectionId}|{item.RequestedAt:O}";
}
