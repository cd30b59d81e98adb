using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>How a synchronisation ended: one result a user.</summary>
public sealed class QardSyncResult
{
    public required string UserId { get; init; }

    /// <summary><c>Success</c>, <c>Partial</c> or <c>Failed</c>.</summary>
    public string Status => Failures.Count == 0 ? "Success" : Items.Any(item => item.Status == SyncStatus.Success) ? "Partial" : "Failed";

    /// <summary>The types that were collected.</summary>
    public ValueList<string> DataTypes => new(Items.Where(i => i.Status == SyncStatus.Success).Select(i => i.DataType ?? string.Empty).Distinct(StringComparer.Ordinal));

    public ValueList<QardSyncFailure> Failures { get; init; } = [];

    public ValueList<QardSyncItem> Items { get; init; } = [];

    public TimeSpan Waited { get; init; }
}
