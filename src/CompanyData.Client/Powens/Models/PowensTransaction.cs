using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>An entry in a bank account. Source: powens.md, transaction [docs].</summary>
public sealed class PowensTransaction : ApiObject
{
    /// <summary>The id under the name that other objects use for it.</summary>
    [JsonIgnore]
    public string? TransactionId => Id;

    /// <summary>The id under the name that other objects use for it.</summary>
    [JsonIgnore]
    public string? AccountId => IdAccount;

    public string? Id { get; set; }

    public DateTime? Date { get; set; }

    public decimal? Value { get; set; }

    public string? Type { get; set; }

    public string? Wording { get; set; }

    public string? OriginalWording { get; set; }

    public string? SimplifiedWording { get; set; }

    public bool? Coming { get; set; }

    public bool? Active { get; set; }

    public DateTime? ApplicationDate { get; set; }

    public DateTime? Rdate { get; set; }

    public DateTime? Vdate { get; set; }

    public decimal? GrossValue { get; set; }

    public decimal? OriginalValue { get; set; }

    public FlexibleValue? OriginalCurrency { get; set; }

    public FlexibleValue? Categories { get; set; }

    public FlexibleValue? Counterparty { get; set; }

    public string? Card { get; set; }

    public string? Comment { get; set; }

    public DateTime? Deleted { get; set; }

    public DateTime? LastUpdate { get; set; }

    public string? IdAccount { get; set; }

    public override string ToString() => $"{Date:yyyy-MM-dd} {Value} {Wording}";
}
