using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>Whether a company or person is on lists of sanctions, politically exposed persons or adverse media. Source: GET /users/{u}/conformity-checks [docs].</summary>
public sealed class QardConformityCheck : QardDataItem
{
    public const string Clear = "CLEAR";
    public const string Attention = "ATTENTION";

    /// <summary><see cref="Clear"/> or <see cref="Attention"/>; the list is open.</summary>
    public string? Outcome { get; set; }

    /// <summary>What it is about: <c>Officer</c>, <c>BeneficialOwner</c> or <c>Company</c>, by the id that it carries.</summary>
    [JsonIgnore]
    public string SubjectType => OfficerId is not null ? "Officer" : BeneficialOwnerId is not null ? "BeneficialOwner" : "Company";

    /// <summary>The name of the person or company that it is about: of the officer, owner or company, or as the check itself has it.</summary>
    [JsonIgnore]
    public string? Subject
    {
        get => field ?? (Name is { Length: > 0 } name ? name : $"{FirstName} {LastName}".Trim() is { Length: > 0 } person ? person : null);
        internal set;
    }

    public ValueList<QardConformityTag> Tags { get; set => field = value ?? []; } = [];

    public ValueList<FlexibleValue> Issues { get; set => field = value ?? []; } = [];

    public string? Name { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public DateTime? BirthDate { get; set; }

    public string? RegistrationNumber { get; set; }

    public string? ProfileId { get; set; }

    public string? OfficerId { get; set; }

    public string? BeneficialOwnerId { get; set; }

    public string? FileId { get; set; }

    public DateTime? SourceCreatedAt { get; set; }

    public DateTime? SourceUpdatedAt { get; set; }

    public string? Id { get; set; }

    public override string ToString() => $"{Subject} {Outcome}".Trim();
}
