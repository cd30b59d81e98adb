using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(TextConverter), typeof(DecimalConverter), typeof(DateTimeConverter), typeof(BooleanConverter), typeof(Int64Converter),
        typeof(ValueListConverter<string>), typeof(ValueListConverter<FlexibleValue>),
        typeof(ValueListConverter<PowensConnectorField>), typeof(ValueListConverter<PowensConnectionSource>), typeof(ValueListConverter<PowensAccount>), typeof(ValueListConverter<PowensDocument>),
    ])]
[JsonSerializable(typeof(PowensConnector))]
[JsonSerializable(typeof(PowensUser))]
[JsonSerializable(typeof(PowensConnection))]
[JsonSerializable(typeof(PowensAccount))]
[JsonSerializable(typeof(PowensTransaction))]
[JsonSerializable(typeof(PowensInvestment))]
[JsonSerializable(typeof(PowensSubscription))]
[JsonSerializable(typeof(PowensDocument))]
[JsonSerializable(typeof(PowensConnectionSource))]
[JsonSerializable(typeof(PowensConnectionLog))]
[JsonSerializable(typeof(PowensBalance))]
[JsonSerializable(typeof(PowensAccountOwner))]
[JsonSerializable(typeof(PowensInvestmentValue))]
[JsonSerializable(typeof(PowensDocumentType))]
[JsonSerializable(typeof(PowensAccountType))]
[JsonSerializable(typeof(PowensCategory))]
[JsonSerializable(typeof(PowensCurrency))]
[JsonSerializable(typeof(PowensWebhook))]
[JsonSerializable(typeof(PowensWebhookDelivery))]
[JsonSerializable(typeof(PowensWebhookAuthentication))]
[JsonSerializable(typeof(PowensConfigurationChange))]
[JsonSerializable(typeof(PowensPage<PowensConnector>))]
[JsonSerializable(typeof(PowensPage<PowensUser>))]
[JsonSerializable(typeof(PowensPage<PowensConnection>))]
[JsonSerializable(typeof(PowensPage<PowensAccount>))]
[JsonSerializable(typeof(PowensPage<PowensTransaction>))]
[JsonSerializable(typeof(PowensPage<PowensInvestment>))]
[JsonSerializable(typeof(PowensPage<PowensSubscription>))]
[JsonSerializable(typeof(PowensPage<PowensDocument>))]
[JsonSerializable(typeof(PowensTokenResponse))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class PowensJsonContext : JsonSerializerContext;
