using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>Why a registration uses the manual flow. Source: the registration of the seed.</summary>
public sealed class QontoFlowReason : ApiObject
{
    public string? Code { get; set; }

    public string? Detail { get; set; }

    public QontoErrorSource? Source { get; set; }

    public override string ToString() => Detail ?? Code ?? string.Empty;
}
