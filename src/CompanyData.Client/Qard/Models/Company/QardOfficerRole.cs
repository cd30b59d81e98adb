using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A current or former role of an officer. Source: qard.md, officer [docs].</summary>
public sealed class QardOfficerRole : ApiObject
{
    public string? Name { get; set; }

    public DateTime? StartDate { get; set; }

    public DateTime? EndDate { get; set; }

    public override string ToString() => Name ?? string.Empty;
}
