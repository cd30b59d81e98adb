using CompanyData.Json;
using CompanyData.Transport;

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

    /// <summary>How long it took, where this session started it.</summary>
    internal DurationRange? Took { get; init; }

    /// <summary>This one and another of the same user as one.</summary>
    internal QardSyncResult With(QardSyncResult other) => new()
    {
        UserId = UserId,
        Items = [.. Items, .. other.Items],
        Failures = [.. Failures, .. other.Failures],
        Waited = Waited + other.Waited,
        Took = Items.Count == 0 ? other.Took : null,
    };
}
