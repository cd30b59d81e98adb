using System.Text.Json.Serialization;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>A company or a person whose data is collected. Source: POST /users/legal [seed], PATCH /users/{id} [docs], GET /users [seen].</summary>
public sealed class QardUser : ApiObject, IIdentified
{
    public string? Id { get; set; }

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? UserId => Id;

    public string? Name { get; set; }

    public string? Siren { get; set; }

    public string? Type { get; set; }

    public string? Group { get; set; }

    public string? PostalCode { get; set; }

    public string? Country { get; set; }

    public string? ApeCode { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public ValueList<string> Notifications { get; set => field = value ?? []; } = [];

    public DateTime? CreatedAt { get; set; }

    public string? RedirectUrl { get; set; }

    public override string ToString() => Siren is null ? Name ?? $"{FirstName} {LastName}".Trim() : $"{Name} ({Siren})";
}
