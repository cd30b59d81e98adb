using System.Text.Json.Serialization;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>A registration returned by the service. Source: the seed.</summary>
public sealed class QontoRegistration : ApiObject, IIdentified
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? RegistrationId => Id;

    public string? Id { get; set; }

    public string? Status { get; set; }

    public string? LegalFlow { get; set; }

    public QontoOrganization? Organization { get; set; }

    public QontoPartnerUser? PartnerUser { get; set; }

    public QontoFlow? Flow { get; set; }

    /// <summary>The link with which the owner continues the registration.</summary>
    public string? RedirectionLink { get; set; }

    public ValueList<QontoStakeholder> Stakeholders { get; set => field = value ?? []; } = [];

    public string? Locale { get; set; }

    public string? PartnerRedirectUrl { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public override string ToString() => $"{Organization} {Status}".Trim();
}
