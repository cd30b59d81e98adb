using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>The company or freelancer that is registered. Source: the registration of the seed.</summary>
public sealed class QontoOrganization : ApiObject
{
    public string? Id { get; set; }

    public string? LegalName { get; set; }

    public string? LegalForm { get; set; }

    public string? LegalNumber { get; set; }

    public string? EntityType { get; set; }

    public string? LegalSector { get; set; }

    public string? LegalRegistrationDate { get; set; }

    public string? LegalVatNumber { get; set; }

    public QontoAmount? TotalCapitalAmount { get; set; }

    public QontoAddress? Address { get; set; }

    public override string ToString() => LegalNumber is null ? LegalName ?? string.Empty : $"{LegalName} ({LegalNumber})".Trim();
}
