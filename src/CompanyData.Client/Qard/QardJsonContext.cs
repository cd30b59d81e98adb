using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(TextConverter), typeof(DecimalConverter), typeof(DateTimeConverter), typeof(BooleanConverter), typeof(Int32Converter),
        typeof(Int64Converter), typeof(RawJsonConverter), typeof(ValueListConverter<string>), typeof(ValueListConverter<FlexibleValue>),
        typeof(ValueListConverter<QardOfficerRole>), typeof(ValueListConverter<QardConformityTag>), typeof(ValueListConverter<QardBackgroundNode>),
        typeof(ValueListConverter<QardTaxReturnValue>), typeof(ValueListConverter<QardCorporateTaxValue>), typeof(ValueListConverter<QardBankAccountOwner>),
    ])]
[JsonSerializable(typeof(QardProfile))]
[JsonSerializable(typeof(QardUser))]
[JsonSerializable(typeof(QardDataConnection))]
[JsonSerializable(typeof(QardCompanyProfile))]
[JsonSerializable(typeof(QardRecord))]
[JsonSerializable(typeof(QardBackgroundCheck))]
[JsonSerializable(typeof(QardConformityCheck))]
[JsonSerializable(typeof(QardCourtDecision))]
[JsonSerializable(typeof(QardLegalNotice))]
[JsonSerializable(typeof(QardCollectiveProcedure))]
[JsonSerializable(typeof(QardTaxClearanceCertificate))]
[JsonSerializable(typeof(QardAct))]
[JsonSerializable(typeof(QardFinancialStatement))]
[JsonSerializable(typeof(QardTaxReturn))]
[JsonSerializable(typeof(QardVatDeclaration))]
[JsonSerializable(typeof(QardCorporateTax))]
[JsonSerializable(typeof(QardBankAccount))]
[JsonSerializable(typeof(QardBankTransaction))]
[JsonSerializable(typeof(List<QardProvider>))]
[JsonSerializable(typeof(List<QardUser>))]
[JsonSerializable(typeof(List<QardDataConnection>))]
[JsonSerializable(typeof(List<QardSyncItem>))]
[JsonSerializable(typeof(List<QardCompanyOfficer>))]
[JsonSerializable(typeof(List<QardBeneficialOwner>))]
[JsonSerializable(typeof(List<QardCommerceTransaction>))]
[JsonSerializable(typeof(List<QardCommerceSubscription>))]
[JsonSerializable(typeof(List<QardCommerceTransactionInsight>))]
[JsonSerializable(typeof(List<QardCommerceSubscriptionInsight>))]
[JsonSerializable(typeof(List<QardRecord>))]
[JsonSerializable(typeof(List<QardBackgroundCheck>))]
[JsonSerializable(typeof(List<QardConformityCheck>))]
[JsonSerializable(typeof(List<QardCourtDecision>))]
[JsonSerializable(typeof(List<QardLegalNotice>))]
[JsonSerializable(typeof(List<QardCollectiveProcedure>))]
[JsonSerializable(typeof(List<QardTaxClearanceCertificate>))]
[JsonSerializable(typeof(List<QardAct>))]
[JsonSerializable(typeof(List<QardFinancialStatement>))]
[JsonSerializable(typeof(List<QardTaxReturn>))]
[JsonSerializable(typeof(List<QardVatDeclaration>))]
[JsonSerializable(typeof(List<QardCorporateTax>))]
[JsonSerializable(typeof(List<QardBankAccount>))]
[JsonSerializable(typeof(List<QardBankTransaction>))]
[JsonSerializable(typeof(PageEnvelope<QardProvider>))]
[JsonSerializable(typeof(PageEnvelope<QardUser>))]
[JsonSerializable(typeof(PageEnvelope<QardDataConnection>))]
[JsonSerializable(typeof(PageEnvelope<QardSyncItem>))]
[JsonSerializable(typeof(PageEnvelope<QardCompanyOfficer>))]
[JsonSerializable(typeof(PageEnvelope<QardBeneficialOwner>))]
[JsonSerializable(typeof(PageEnvelope<QardCommerceTransaction>))]
[JsonSerializable(typeof(PageEnvelope<QardCommerceSubscription>))]
[JsonSerializable(typeof(PageEnvelope<QardCommerceTransactionInsight>))]
[JsonSerializable(typeof(PageEnvelope<QardCommerceSubscriptionInsight>))]
[JsonSerializable(typeof(PageEnvelope<QardRecord>))]
[JsonSerializable(typeof(PageEnvelope<QardBackgroundCheck>))]
[JsonSerializable(typeof(PageEnvelope<QardConformityCheck>))]
[JsonSerializable(typeof(PageEnvelope<QardCourtDecision>))]
[JsonSerializable(typeof(PageEnvelope<QardLegalNotice>))]
[JsonSerializable(typeof(PageEnvelope<QardCollectiveProcedure>))]
[JsonSerializable(typeof(PageEnvelope<QardTaxClearanceCertificate>))]
[JsonSerializable(typeof(PageEnvelope<QardAct>))]
[JsonSerializable(typeof(PageEnvelope<QardFinancialStatement>))]
[JsonSerializable(typeof(PageEnvelope<QardTaxReturn>))]
[JsonSerializable(typeof(PageEnvelope<QardVatDeclaration>))]
[JsonSerializable(typeof(PageEnvelope<QardCorporateTax>))]
[JsonSerializable(typeof(PageEnvelope<QardBankAccount>))]
[JsonSerializable(typeof(PageEnvelope<QardBankTransaction>))]
[JsonSerializable(typeof(QardNewLegalUser))]
[JsonSerializable(typeof(QardNewNaturalUser))]
[JsonSerializable(typeof(QardUserChange))]
[JsonSerializable(typeof(QardNewDataConnection))]
[JsonSerializable(typeof(QardDataConnectionChange))]
[JsonSerializable(typeof(QardSyncOrder))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(QardTaxReturnInput))]
[JsonSerializable(typeof(List<JsonElement>))]
[JsonSerializable(typeof(List<QardTaxReturnInput>))]
[JsonSerializable(typeof(PageEnvelope<JsonElement>))]
[JsonSerializable(typeof(PageEnvelope<QardTaxReturnInput>))]
[JsonSerializable(typeof(QardWebhookSecret))]
internal sealed partial class QardJsonContext : JsonSerializerContext;
