using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A person or company that runs or audits a company. Source: GET /users/{u}/company-officers [seed], fields [docs].</summary>
public sealed class QardCompanyOfficer : QardUserData
{
    public string? Id { get; set; }

    public string? Type { get; set; }

    public string? LastName { get; set; }

    public string? FirstName { get; set; }

    public string? Name { get; set; }

    public ValueList<QardOfficerRole> Roles { get; set => field = value ?? []; } = [];

    public string? Siren { get; set; }

    public DateTime? BirthDate { get; set; }

    public string? BirthCity { get; set; }

    public string? BirthPostalCode { get; set; }

    public string? BirthCountry { get; set; }

    public string? Nationality { get; set; }

    public string? Patronym { get; set; }

    public FlexibleValue? Address { get; set; }

    public ValueList<FlexibleValue> Companies { get; set => field = value ?? []; } = [];

    public override string ToString()
    {
        string name = Name ?? $"{FirstName} {LastName}".Trim();
        return Roles.Count == 0 ? name : $"{name} ({string.Join(", ", Roles)})";
    }
}
