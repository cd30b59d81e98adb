using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>A company that a stakeholder represents. Source: the registration of the seed.</summary>
public sealed class QontoLegalEntity : ApiObject
{
    public string? Id { get; set; }

    public string? LegalName { get; set; }

    /// <summary>The SIRET.</summary>
    public string? LegalNumber { get; set; }

    public string? LegalCountry { get; set; }

    /// <summary>Capital as decimal text; above 0.</summary>
    public string? CapitalAmount { get; set; }

    public override string ToString() => LegalName ?? LegalNumber ?? string.Empty;
}
