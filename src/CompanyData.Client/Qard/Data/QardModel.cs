using System.Text.Json.Serialization.Metadata;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>The model of a data type's items. Types without one are read as <see cref="QardRecord"/>.</summary>
internal abstract class QardModel
{
    private static readonly Dictionary<string, QardModel> All = new(StringComparer.OrdinalIgnoreCase)
    {
        [QardDataType.BackgroundCheck] = new QardTypedModel<QardBackgroundCheck>(_ => null),
        [QardDataType.BackgroundCheckV2] = new QardTypedModel<QardBackgroundCheck>(_ => null),
        [QardDataType.ConformityCheck] = new QardTypedModel<QardConformityCheck>(check => check.Id),
        ["COURT_DECISION"] = new QardTypedModel<QardCourtDecision>(_ => null),
        ["LEGAL_NOTICE"] = new QardTypedModel<QardLegalNotice>(notice => notice.Id),
        ["COLLECTIVE_PROCEDURE"] = new QardTypedModel<QardCollectiveProcedure>(_ => null),
        ["TAX_CLEARANCE_CERTIFICATE"] = new QardTypedModel<QardTaxClearanceCertificate>(certificate => certificate.Id),
        ["ACT"] = new QardTypedModel<QardAct>(_ => null),
        ["FINANCIAL_STATEMENT"] = new QardTypedModel<QardFinancialStatement>(statement => statement.Id),
        ["TAX_RETURN"] = new QardTypedModel<QardTaxReturn>(item => item.Id),
        ["VAT_DECLARATION"] = new QardTypedModel<QardVatDeclaration>(declaration => declaration.Id),
        ["CORPORATE_TAX"] = new QardTypedModel<QardCorporateTax>(item => item.Id),
        ["BANK_ACCOUNT"] = new QardTypedModel<QardBankAccount>(account => account.Id),
        ["BANK_TRANSACTION"] = new QardTypedModel<QardBankTransaction>(transaction => transaction.Id),
    };

    private static readonly QardModel Record = new QardTypedModel<QardRecord>(_ => null);

    /// <summary>How an item is read from JSON and written to it.</summary>
    public abstract JsonTypeInfo ItemType { get; }

    public static QardModel Of(string dataType) => All.TryGetValue(dataType, out QardModel? model) ? model : Record;

    /// <summary>Reads what a user has of a data type.</summary>
    public abstract IAsyncEnumerable<QardUserData> ListAsync(QardDataReader reader, string userId, QardDataType type, CancellationToken cancellationToken);

    /// <summary>Reads one item by its id.</summary>
    public abstract Task<QardUserData> GetAsync(QardDataReader reader, string userId, QardDataType type, string itemId, CancellationToken cancellationToken);
}
