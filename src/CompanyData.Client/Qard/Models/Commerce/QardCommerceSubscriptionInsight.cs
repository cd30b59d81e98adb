using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>Monthly total of commerce subscriptions. Source: GET /users/{u}/commerce-subscriptions-insight [seed], fields [docs].</summary>
public sealed class QardCommerceSubscriptionInsight : QardUserData
{
    public string? Month { get; set; }

    public QardAmountCount? Mrr { get; set; }

    public long? SubscriptionNb { get; set; }

    public override string ToString() => Month ?? string.Empty;
}
