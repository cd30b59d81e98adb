using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A company or person that is linked with the company. Source: qard.md, BACKGROUND_CHECK [docs].</summary>
public sealed class QardBackgroundNode : ApiObject
{
    public string? Id { get; set; }

    public string? Type { get; set; }

    public string? Name { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public DateTime? BirthDate { get; set; }

    public string? Siren { get; set; }

    /// <summary>Its collective procedure, where there is one; the form is not published.</summary>
    public FlexibleValue? Pcl { get; set; }

    public override string ToString() => Name ?? $"{FirstName} {LastName}".Trim();
}
