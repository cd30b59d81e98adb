using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A company's share capital. Source: qard.md, company profile [docs].</summary>
public sealed class QardCapital : ApiObject
{
    public Money? Amount { get; set; }

    public override string ToString() => Amount?.ToString() ?? string.Empty;
}
