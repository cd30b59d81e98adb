using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A sum and how many it sums up. Source: qard.md, insight rows [docs].</summary>
public sealed class QardAmountCount : ApiObject
{
    public Money? Amount { get; set; }

    public long? Nb { get; set; }

    public override string ToString() => Nb is { } count ? $"{Amount} ({count})" : Amount?.ToString() ?? string.Empty;
}
