using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A company's share capital. Source: qard.md, company profile [docs].</summary>
public sealed class QardCapital : ApiObject
{
    public Money? Amount { get; set; }

    /// <summary>The amount as a number, to be compared and added up.</summary>
    [JsonIgnore]
    public decimal? Value => Amount?.Value;

    [JsonIgnore]
    public string? Currency => Amount?.Currency;

    public override string ToString() => Amount?.ToString() ?? string.Empty;
}
