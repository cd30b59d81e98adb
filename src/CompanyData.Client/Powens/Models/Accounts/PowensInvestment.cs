using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>An asset in a bank account. Source: powens.md, investment [docs].</summary>
public sealed class PowensInvestment : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? InvestmentId => Id;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? AccountId => IdAccount;

    public string? Id { get; set; }

    public string? Label { get; set; }

    public string? Code { get; set; }

    public string? CodeType { get; set; }

    public decimal? Quantity { get; set; }

    public decimal? Unitprice { get; set; }

    public decimal? Unitvalue { get; set; }

    public decimal? Valuation { get; set; }

    public decimal? Diff { get; set; }

    public decimal? DiffPercent { get; set; }

    public decimal? PortfolioShare { get; set; }

    public DateTime? Vdate { get; set; }

    public string? IdAccount { get; set; }

    public override string ToString() => $"{Label} {Valuation}";
}
