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
        typeof(ValueListConverter<QardOfficerRole>),
    ])]
[JsonSerializable(typeof(QardProfile))]
[JsonSerializable(typeof(QardUser))]
[JsonSerializable(typeof(QardDataConnection))]
[JsonSerializable(typeof(QardCompanyProfile))]
[JsonSerializable(typeof(QardRecord))]
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
[JsonSerializable(typeof(QardNewLegalUser))]
[JsonSerializable(typeof(QardNewNaturalUser))]
[JsonSerializable(typeof(QardUserChange))]
[JsonSerializable(typeof(QardNewDataConnection))]
[JsonSerializable(typeof(QardDataConnectionChange))]
[JsonSerializable(typeof(QardSyncOrder))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(QardWebhookSecret))]
internal sealed partial class QardJsonContext : JsonSerializerContext;
