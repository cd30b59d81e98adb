using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>The request field that an error refers to. Source: qonto.md, errors [docs].</summary>
public sealed class QontoErrorSource : ApiObject
{
    public string? Pointer { get; set; }

    public string? Parameter { get; set; }

    public override string ToString() => Pointer ?? Parameter ?? string.Empty;
}
