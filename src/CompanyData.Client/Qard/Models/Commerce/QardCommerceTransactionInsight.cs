using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>Monthly total of commerce transactions. Source: GET /users/{u}/commerce-transactions-insight [seed], fields [docs].</summary>
public sealed class QardCommerceTransactionInsight : QardUserData
{
    public string? Month { get; set; }

    public QardAmountCount? Payments { get; set; }

    public QardAmountCount? ShoppingCartAverage { get; set; }

    public QardAmountCount? Payouts { get; set; }

    public override string ToString() => Month ?? string.Empty;
}
