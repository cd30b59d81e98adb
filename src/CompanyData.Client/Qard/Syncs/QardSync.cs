using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A synchronisation that was started. It remembers what was there before, so that waiting for it never takes an older one for it.</summary>
public sealed class QardSync
{
    internal QardSync(string userId, IEnumerable<string> dataTypes, IEnumerable<QardSyncItem> before)
    {
        UserId = userId;
        DataTypes = new(dataTypes);
        Before = [.. before.Select(Key)];
    }

    public string UserId { get; }

    /// <summary>The types asked for; empty for everything that the user's connections collect.</summary>
    public ValueList<string> DataTypes { get; }

    internal HashSet<string> Before { get; }

    /// <summary>Whatever there is now, of whatever types: a type that does not show was perhaps never asked for.</summary>
    internal bool IsWhateverRuns { get; init; }

    /// <summary>Whether an item came after the start. An id may be used again, so the time counts as well.</summary>
    internal bool Covers(QardSyncItem item)
        => !Before.Contains(Key(item)) && (DataTypes.Count == 0 || DataTypes.Contains(item.DataType ?? string.Empty));

    private static string Key(QardSyncItem item) => $"{item.Id}|{item.DataType}|{item.DataConnectionId}|{item.RequestedAt:O}";
}
