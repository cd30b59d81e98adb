using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A box of a corporate tax return. Source: qard.md, CORPORATE_TAX [docs].</summary>
public sealed class QardCorporateTaxValue : ApiObject
{
    public string? Code { get; set; }

    public string? Value { get; set; }

    public override string ToString() => $"{Code}={Value}";
}
