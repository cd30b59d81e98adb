using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Result of a synchronisation, one per user.</summary>
public sealed class QardSyncResult
{
    public const string Success = "Success";
    public const string Partial = "Partial";
    public const string Failed = "Failed";

    public required string UserId { get; init; }

    /// <summary><see cref="Success"/>, <see cref="Partial"/> or <see cref="Failed"/>.</summary>
    public string Status => Failures.Count == 0 ? Success : DataTypes.Count > 0 ? Partial : Failed;

    /// <summary>The collected types.</summary>
    public ValueList<string> DataTypes => new(Items.Where(i => i.Status == SyncStatus.Success).Select(i => i.DataType ?? string.Empty).Distinct(StringComparer.Ordinal));

    public ValueList<QardSyncFailure> Failures { get; init; } = [];

    public ValueList<QardSyncItem> Items { get; init; } = [];

    public TimeSpan Waited { get; init; }

    /// <summary>Duration of the synchronisation; null if another session started it.</summary>
    internal DurationRange? Took { get; init; }

    /// <summary>Merges two results of the same user.</summary>
    internal QardSyncResult With(QardSyncResult other) => new()
    {
        UserId = UserId,
        Items = [.. Items, .. other.Items],
        Failures = [.. Failures, .. other.Failures],
        Waited = Waited + other.Waited,
        Took = Items.Count == 0 ? other.Took : null,
    };
}
