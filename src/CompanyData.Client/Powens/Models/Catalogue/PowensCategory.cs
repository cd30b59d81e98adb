using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>A category of transactions. Source: powens.md, categories [docs]; fields [docs 2021].</summary>
public sealed class PowensCategory : ApiObject
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>Null where it is for income and expenses.</summary>
    public bool? Income { get; set; }

    public bool? Refundable { get; set; }

    public string? Color { get; set; }

    public string? IdParentCategory { get; set; }

    /// <summary>The user whose own category it is; null for everybody.</summary>
    public string? IdUser { get; set; }

    public override string ToString() => Name ?? Id ?? string.Empty;
}
