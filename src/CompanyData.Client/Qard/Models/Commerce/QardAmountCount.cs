using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A total amount and the number of items in it. Source: qard.md, insight rows [docs].</summary>
public sealed class QardAmountCount : ApiObject
{
    public Money? Amount { get; set; }

    /// <summary>The amount as a number, so that <c>Measure-Object</c> can add it up. Amounts of several currencies are added per <see cref="Currency"/>.</summary>
    [JsonIgnore]
    public decimal? Value => Amount?.Value;

    [JsonIgnore]
    public string? Currency => Amount?.Currency;

    public long? Nb { get; set; }

    public override string ToString() => Nb is { } count ? $"{Amount} ({count})" : Amount?.ToString() ?? string.Empty;
}
