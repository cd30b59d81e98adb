using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A customer's subscription. Source: GET /users/{u}/commerce-subscriptions [seed], fields [docs].</summary>
public sealed class QardCommerceSubscription : QardUserData
{
    public string? Id { get; set; }

    public string? PlanName { get; set; }

    public string? Status { get; set; }

    public Money? Amount { get; set; }

    public string? FrequencyUnit { get; set; }

    public int? FrequencyInterval { get; set; }

    public DateTime? SourceCreatedAt { get; set; }

    public string? ProviderName { get; set; }

    public string? DataConnectionId { get; set; }

    public override string ToString() => $"{Id} {Amount} {Status}";
}
