using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A synchronisation that was started. It remembers what was there before, so that waiting for it never takes an older one for it.</summary>
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

    /// <summary>The types asked for; empty for everything that the user's connections collect.</summary>
    public ValueList<string> DataTypes { get; }

    /// <summary>What the service showed before: an opaque word for each item, to be kept where the process may end before the synchronisation does.</summary>
    internal IReadOnlyCollection<string> Before => _before;

    /// <summary>When this session started it (a timestamp); null where another did.</summary>
    internal long? StartedAt { get; set; }

    /// <summary>Whatever there is now, of whatever types: a type that does not show was perhaps never asked for.</summary>
    internal bool IsWhateverRuns { get; init; }

    /// <summary>Whether an item came after the start. An id may be used again, so the time counts as well.</summary>
    internal bool Covers(QardSyncItem item)
        => !_before.Contains(Key(item)) && (DataTypes.Count == 0 || DataTypes.Contains(item.DataType ?? string.Empty));

    private static string Key(QardSyncItem item) => $"{item.Id}|{item.DataType}|{item.DataConnectionId}|{item.RequestedAt:O}";
}
