using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>A field that a user fills in to connect. Source: powens.md, connector, expand=fields [docs].</summary>
public sealed class PowensConnectorField : ApiObject
{
    public string? Name { get; set; }

    public string? Type { get; set; }

    public string? Label { get; set; }

    public bool? Required { get; set; }

    public string? Regex { get; set; }

    public FlexibleValue? Values { get; set; }

    public override string ToString() => Name ?? string.Empty;
}
