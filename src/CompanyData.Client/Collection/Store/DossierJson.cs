using System.Text.Json.Serialization.Metadata;
using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>Definitions shared by the reader and the writer of dossier JSON.</summary>
internal static class DossierJson
{
    public const string Format = "company-dossier";

    /// <summary>Incremented when earlier versions can no longer read a file; new fields alone do not require it.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Returns the model for the items of a data type.</summary>
    public static JsonTypeInfo TypeOf(string dataType) => dataType.ToUpperInvariant() switch
    {
        QardDataType.CommerceTransaction => QardJsonContext.Default.QardCommerceTransaction,
        QardDataType.CommerceSubscription => QardJsonContext.Default.QardCommerceSubscription,
        QardDataType.CommerceTransactionInsight => QardJsonContext.Default.QardCommerceTransactionInsight,
        QardDataType.CommerceSubscriptionInsight => QardJsonContext.Default.QardCommerceSubscriptionInsight,
        _ => QardModel.Of(dataType).ItemType,
    };
}
