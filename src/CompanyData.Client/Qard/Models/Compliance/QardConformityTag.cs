using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A hit of a conformity check, such as a list on which somebody stands. Source: qard.md, CONFORMITY_CHECK [docs].</summary>
public sealed class QardConformityTag : ApiObject
{
    public string? Type { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public string? Url { get; set; }

    public override string ToString() => Title ?? Type ?? Description ?? string.Empty;
}
