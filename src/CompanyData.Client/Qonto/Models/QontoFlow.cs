using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>The flow that a registration is eligible for: seamless or manual. Source: the registration of the seed.</summary>
public sealed class QontoFlow : ApiObject
{
    public string? Type { get; set; }

    public ValueList<QontoFlowReason> Breakdown { get; set => field = value ?? []; } = [];

    public override string ToString() => Breakdown.Count == 0 ? Type ?? string.Empty : $"{Type}: {Breakdown}";
}
