using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A payment, payout, fee or refund. Source: GET /users/{u}/commerce-transactions [seed], fields [docs].</summary>
public sealed class QardCommerceTransaction : QardUserData
{
    public string? Id { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Type { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? Status { get; set; }

    public Money? Amount { get; set; }

    /// <summary>The amount as a number, so that <c>Measure-Object</c> can add it up. Amounts of several currencies are added per <see cref="Currency"/>.</summary>
    [JsonIgnore]
    public decimal? Value => Amount?.Value;

    [JsonIgnore]
    public string? Currency => Amount?.Currency;

    public Money? FeeAmount { get; set; }

    public DateTime? SourceCreatedAt { get; set; }

    public string? Description { get; set; }

    public string? InitialTransactionId { get; set; }

    public string? RelatedTransactionId { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? SourceType { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? ProviderName { get; set; }

    [JsonConverter(typeof(RepeatedTextConverter))]
    public string? DataConnectionId { get; set; }

    public override string ToString() => $"{Id} {Amount} {Status}";
}
