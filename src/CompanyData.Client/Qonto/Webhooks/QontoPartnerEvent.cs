using System.Globalization;
using System.Text.Json.Serialization;

namespace CompanyData.Qonto;

/// <summary>Something that has happened on the partner's side. Source: qonto.md, POST /register/partner_events [docs].</summary>
public sealed class QontoPartnerEvent
{
    public required string Event { get; init; }

    /// <summary>Null for the time of sending.</summary>
    [JsonIgnore]
    public DateTimeOffset? OccurredAt { get; init; }

    [JsonInclude]
    [JsonPropertyName("occurred_at")]
    internal string? OccurredAtText => OccurredAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public string? OrganizationId { get; init; }

    public string? RegistrationId { get; init; }
}
