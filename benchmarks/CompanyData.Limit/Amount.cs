using System.Text.Json.Serialization;

namespace CompanyData.Limit;

/// <summary>An amount, which comes with its currency or as a bare number.</summary>
[JsonConverter(typeof(AmountConverter))]
internal sealed record Amount(decimal Value, string? Currency);
