using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qonto;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TextConverter), typeof(BooleanConverter), typeof(Int64Converter), typeof(ValueListConverter<string>)])]
[JsonSerializable(typeof(QontoEnvelope<QontoRegistration>))]
[JsonSerializable(typeof(QontoEnvelope<QontoRegistrationFile>))]
[JsonSerializable(typeof(QontoWebhook))]
[JsonSerializable(typeof(QontoPage<QontoRegistration>))]
[JsonSerializable(typeof(QontoPage<QontoRegistrationFile>))]
[JsonSerializable(typeof(QontoPage<QontoEvent>))]
[JsonSerializable(typeof(QontoPage<QontoWebhook>))]
[JsonSerializable(typeof(QontoPartnerEvent))]
[JsonSerializable(typeof(QontoStakeholder))]
[JsonSerializable(typeof(QontoOrganization))]
[JsonSerializable(typeof(QontoPartnerUser))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class QontoJsonContext : JsonSerializerContext;
