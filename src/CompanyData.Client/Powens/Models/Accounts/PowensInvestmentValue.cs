using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>What an investment was worth on a day. Source: powens.md, history [docs]; fields of investmentvalues [docs 2021].</summary>
public sealed class PowensInvestmentValue : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? InvestmentId => IdInvestment;

    public string? Id { get; set; }

    public DateTime? Vdate { get; set; }

    public decimal? Unitvalue { get; set; }

    public decimal? OriginalUnitvalue { get; set; }

    public FlexibleValue? OriginalCurrency { get; set; }

    public string? IdInvestment { get; set; }

    public override string ToString() => $"{Vdate:yyyy-MM-dd} {Unitvalue}";
}
