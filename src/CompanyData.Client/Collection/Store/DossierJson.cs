using System.Text.Json.Serialization.Metadata;
using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>What reader and writer of a dossier's JSON have in common.</summary>
internal static class DossierJson
{
    public const string Format = "company-dossier";

    /// <summary>Grows when a file can no longer be read by an earlier version. Fields that are merely new do not count.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The model of a data type's items.</summary>
    public static JsonTypeInfo TypeOf(string dataType) => dataType.ToUpperInvariant() switch
    {
        QardDataType.CommerceTransaction => QardJsonContext.Default.QardCommerceTransaction,
        QardDataType.CommerceSubscription => QardJsonContext.Default.QardCommerceSubscription,
        QardDataType.CommerceTransactionInsight => QardJsonContext.Default.QardCommerceTransactionInsight,
        QardDataType.CommerceSubscriptionInsight => QardJsonContext.Default.QardCommerceSubscriptionInsight,
        _ => QardJsonContext.Default.QardRecord,
    };
}
