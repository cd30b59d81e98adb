using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A customer's subscription. Source: GET /users/{u}/commerce-subscriptions [seed], fields [docs].</summary>
public sealed class QardCommerceSubscription : QardUserData
{
    public string? Id { get; set; }

    public string? PlanName { get; set; }

    public string? Status { get; set; }

    public Money? Amount { get; set; }

    /// <summary>The amount as a number, so that <c>Measure-Object</c> can add it up. Amounts of several currencies are added per <see cref="Currency"/>.</summary>
    [JsonIgnore]
    public decimal? Value => Amount?.Value;

    [JsonIgnore]
    public string? Currency => Amount?.Currency;

    public string? FrequencyUnit { get; set; }

    public int? FrequencyInterval { get; set; }

    /// <summary>How often the amount is due, such as <c>3 month</c>.</summary>
    [JsonIgnore]
    public string? Every => $"{FrequencyInterval} {FrequencyUnit}".Trim() is { Length: > 0 } every ? every : null;

    public DateTime? SourceCreatedAt { get; set; }

    public string? ProviderName { get; set; }

    public string? DataConnectionId { get; set; }

    public override string ToString() => $"{Id} {Amount} {Status}";
}
