using System.Text.Json.Serialization;

namespace CompanyData.Creditro;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CreditroResponse))]
internal sealed partial class CreditroJsonContext : JsonSerializerContext;
