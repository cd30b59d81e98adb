using System.Text.Json.Serialization;

namespace CompanyData.Limit;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(TimeConverter)])]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Page<Transaction>))]
[JsonSerializable(typeof(Page<Entity>))]
[JsonSerializable(typeof(List<Entity>))]
[JsonSerializable(typeof(Entity))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
[JsonSerializable(typeof(NewConnection))]
internal sealed partial class LimitContext : JsonSerializerContext;
