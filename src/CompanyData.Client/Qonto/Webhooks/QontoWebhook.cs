using System.Text.Json.Serialization;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>A webhook. Source: qonto.md, /register/webhooks [docs].</summary>
public sealed class QontoWebhook : ApiObject, IIdentified
{
    /// <summary>The id under the name that the commands use for it.</summary>
    [JsonIgnore]
    public string? WebhookId => Id;

    public string? Id { get; set; }

    public string? CallbackUrl { get; set; }

    public bool? Enabled { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public override string ToString() => CallbackUrl ?? string.Empty;
}
