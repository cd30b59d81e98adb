using System.Text.Json.Serialization;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>An address that the domain calls when something happens. Source: powens.md, webhooks [docs 2021].</summary>
public sealed class PowensWebhook : ApiObject, IIdentified
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? WebhookId => Id;

    public string? Id { get; set; }

    public string? Url { get; set; }

    /// <summary>Such as CONNECTION_SYNCED; the list is open.</summary>
    public FlexibleValue? Event { get; set; }

    public string? IdEvent { get; set; }

    /// <summary>Only this user's events; null for all.</summary>
    public string? IdUser { get; set; }

    /// <summary>What signs its calls.</summary>
    public string? IdAuth { get; set; }

    public FlexibleValue? Params { get; set; }

    public DateTime? Created { get; set; }

    public DateTime? Updated { get; set; }

    public DateTime? Deleted { get; set; }

    public override string ToString() => $"{Url}";
}
