using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>A provider's subscription within a connection. Source: powens.md, subscription [docs].</summary>
public sealed class PowensSubscription : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? SubscriptionId => Id;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? ConnectionId => IdConnection;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? UserId => IdUser;

    public string? Id { get; set; }

    public string? Label { get; set; }

    public string? Number { get; set; }

    public string? Subscriber { get; set; }

    public DateTime? Validity { get; set; }

    public DateTime? Renewdate { get; set; }

    public DateTime? LastUpdate { get; set; }

    public string? IdConnection { get; set; }

    public string? IdUser { get; set; }

    public override string ToString() => Label ?? Id ?? string.Empty;
}
