using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A holder of a bank account. Source: qard.md, bank account [docs].</summary>
public sealed class QardBankAccountOwner : ApiObject
{
    public string? FullName { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public DateTime? LastUpdate { get; set; }

    public override string ToString() => FullName ?? $"{FirstName} {LastName}".Trim();
}
