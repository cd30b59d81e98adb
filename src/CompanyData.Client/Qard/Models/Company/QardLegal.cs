using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A company's legal form. Source: qard.md, company profile [docs].</summary>
public sealed class QardLegal : ApiObject
{
    public string? Form { get; set; }

    public override string ToString() => Form ?? string.Empty;
}
