using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A company's activity. Source: qard.md, company profile [docs].</summary>
public sealed class QardActivity : ApiObject
{
    public string? ApeCode { get; set; }

    public string? ApeName { get; set; }

    public string? Description { get; set; }

    public override string ToString() => string.Join(" ", new[] { ApeCode, ApeName ?? Description }.Where(part => !string.IsNullOrEmpty(part)));
}
