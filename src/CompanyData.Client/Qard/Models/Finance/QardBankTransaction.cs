using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A bank transaction. Source: qard.md, bank transaction [docs]; path [inferred].</summary>
public sealed class QardBankTransaction : QardDataItem
{
    public DateTime? InitiatedAt { get; set; }

    public DateTime? ValueDate { get; set; }

    public decimal? Amount { get; set; }

    public string? Currency { get; set; }

    public string? TransactionType { get; set; }

    public string? Description { get; set; }

    public string? AccountId { get; set; }

    public string? ProviderName { get; set; }

    public string? DataConnectionId { get; set; }

    public string? Id { get; set; }

    public override string ToString() => FormattableString.Invariant($"{InitiatedAt:yyyy-MM-dd} {Amount} {Currency}").Trim();
}
