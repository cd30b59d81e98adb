using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A bank account. Source: qard.md, bank account [docs].</summary>
public sealed class QardBankAccount : QardDataItem
{
    public string? Name { get; set; }

    public string? BankName { get; set; }

    public string? AccountType { get; set; }

    public decimal? Balance { get; set; }

    public string? Currency { get; set; }

    public string? Iban { get; set; }

    public string? Bic { get; set; }

    public string? AccountNumber { get; set; }

    public ValueList<QardBankAccountOwner> Owners { get; set => field = value ?? []; } = [];

    public DateTime? LastUpdate { get; set; }

    public DateTime? LastTransaction { get; set; }

    public string? ProviderName { get; set; }

    public string? DataConnectionId { get; set; }

    public string? Id { get; set; }

    public override string ToString() => FormattableString.Invariant($"{Name} {Balance} {Currency}").Trim();
}
