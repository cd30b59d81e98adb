using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>What an account held at a time. Source: powens.md, balances [docs]; fields of accountlogs [docs 2021].</summary>
public sealed class PowensBalance : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? AccountId => IdAccount;

    public string? Id { get; set; }

    public DateTime? Timestamp { get; set; }

    public decimal? Balance { get; set; }

    public decimal? Coming { get; set; }

    public FlexibleValue? Currency { get; set; }

    public string? IdAccount { get; set; }

    public string? Error { get; set; }

    public string? ErrorMessage { get; set; }

    /// <summary>ISO 4217 code of the currency, which is an object in the JSON.</summary>
    [JsonIgnore]
    public string? CurrencyCode => PowensCurrency.CodeOf(Currency);

    public override string ToString() => $"{Timestamp:yyyy-MM-dd} {Balance}";
}
