using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>One call of a webhook. Source: powens.md, webhook logs [docs 2021].</summary>
public sealed class PowensWebhookDelivery : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? UserId => IdUser;

    public string? Id { get; set; }

    /// <summary>When it was sent.</summary>
    public DateTime? Timestamp { get; set; }

    public DateTime? ResponseDate { get; set; }

    /// <summary>The HTTP status of the answer; null where none came.</summary>
    public long? ResponseCode { get; set; }

    /// <summary>When it is sent again; null where that is not due.</summary>
    public DateTime? NextTry { get; set; }

    public string? IdWebhook { get; set; }

    public string? IdWebhookData { get; set; }

    public string? IdUser { get; set; }

    /// <summary>Whether the receiver took it.</summary>
    [JsonIgnore]
    public bool IsDelivered => ResponseCode is >= 200 and < 300;

    public override string ToString() => $"{Timestamp:yyyy-MM-dd HH:mm} {ResponseCode}";
}
