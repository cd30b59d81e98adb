using System.Text.Json;

namespace CompanyData.Sandbox.Powens.Data;

/// <summary>What a POST may change of a transaction, and when it last did; null is unchanged. [docs]</summary>
internal sealed record TransactionChange(DateTimeOffset At)
{
    public string? Wording { get; init; }

    public DateTime? ApplicationDate { get; init; }

    public JsonElement? Categories { get; init; }

    public string? Comment { get; init; }

    public bool? Active { get; init; }
}
