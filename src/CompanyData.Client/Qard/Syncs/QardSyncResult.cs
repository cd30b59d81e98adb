using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>How a synchronisation ended: one result a user.</summary>
public sealed class QardSyncResult
{
    public const string Success = "Success";
    public const string Partial = "Partial";
    public const string Failed = "Failed";

    public required string UserId { get; init; }

    /// <summary><see cref="Success"/>, <see cref="Partial"/> or <see cref="Failed"/>.</summary>
    public string Status => Failures.Count == 0 ? Success : DataTypes.Count > 0 ? Partial : Failed;

    /// <summary>The types that were collected.</summary>
    public ValueList<string> DataTypes => new(Items.Where(i => i.Status == SyncStatus.Success).Select(i => i.DataType ?? string.Empty).Distinct(StringComparer.Ordinal));

    public ValueList<QardSyncFailure> Failures { get; init; } = [];

    public ValueList<QardSyncItem> Items { get; init; } = [];

    public TimeSpan Waited { get; init; }
}
