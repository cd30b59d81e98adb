using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>A document in a bank account or a subscription. Source: powens.md, document [docs].</summary>
public sealed class PowensDocument : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? DocumentId => Id;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? SubscriptionId => IdSubscription;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? UserId => IdUser;

    public string? Id { get; set; }

    public string? Name { get; set; }

    public DateTime? Date { get; set; }

    public DateTime? Duedate { get; set; }

    public decimal? TotalAmount { get; set; }

    public decimal? UntaxedAmount { get; set; }

    public decimal? Vat { get; set; }

    public FlexibleValue? Currency { get; set; }

    public bool? Income { get; set; }

    public string? Number { get; set; }

    public string? Issuer { get; set; }

    public string? Url { get; set; }

    public DateTime? LastUpdate { get; set; }

    public string? IdFile { get; set; }

    public string? IdSubscription { get; set; }

    public string? IdType { get; set; }

    public string? IdUser { get; set; }

    public override string ToString() => Name ?? Id ?? string.Empty;
}
