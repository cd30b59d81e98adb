using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A bank transaction. Source: qard.md, bank transaction [docs].</summary>
public sealed class QardBankTransaction : QardDataItem
{
    public DateTime? InitiatedAt { get; set; }

    public DateTime? ValueDate { get; set; }

    public decimal? Amount { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Currency { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? TransactionType { get; set; }

    public string? Description { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? AccountId { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? ProviderName { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? DataConnectionId { get; set; }

    public string? Id { get; set; }

    public override string ToString() => FormattableString.Invariant($"{InitiatedAt:yyyy-MM-dd} {Amount} {Currency}").Trim();
}
