using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>A bank account within a connection. Source: powens.md, account [docs].</summary>
public sealed class PowensAccount : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? AccountId => Id;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? ConnectionId => IdConnection;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? UserId => IdUser;

    public string? Id { get; set; }

    public string? Name { get; set; }

    public decimal? Balance { get; set; }

    public FlexibleValue? Currency { get; set; }

    public string? Type { get; set; }

    public string? Usage { get; set; }

    public string? Iban { get; set; }

    public string? Number { get; set; }

    public decimal? Coming { get; set; }

    public string? OriginalName { get; set; }

    public bool? Display { get; set; }

    public DateTime? Disabled { get; set; }

    public DateTime? Deleted { get; set; }

    public DateTime? LastUpdate { get; set; }

    public FlexibleValue? Loan { get; set; }

    public string? IdConnection { get; set; }

    public string? IdUser { get; set; }

    /// <summary>ISO 4217 code of the currency, which is an object in the JSON.</summary>
    [JsonIgnore]
    public string? CurrencyCode => PowensCurrency.CodeOf(Currency);

    public override string ToString() => $"{Name} {Balance} {CurrencyCode}";
}
