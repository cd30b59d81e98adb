using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>An officer, a beneficial owner, or a person who is both, with flat columns.</summary>
public sealed class DossierPerson
{
    /// <summary>Siren of the company that the person runs or owns.</summary>
    public required string Siren { get; init; }

    public string? Company { get; init; }

    public required string Name { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    /// <summary><c>Person</c> or <c>Company</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Siren of an officer or owner that is a company; null for people.</summary>
    public string? RegistrationNumber { get; init; }

    public required ValueList<string> Roles { get; init; }

    public bool IsOfficer { get; init; }

    public bool IsBeneficialOwner { get; init; }

    /// <summary>Percentage of the capital; null if not disclosed.</summary>
    public decimal? Shares { get; init; }

    /// <summary>Percentage of the voting rights; null if not disclosed.</summary>
    public decimal? Votes { get; init; }

    /// <summary>ISO 8601; only the year, or the year and month, if no more is published.</summary>
    public string? BirthDate { get; init; }

    public string? BirthCity { get; init; }

    internal string? BirthPostalCode { get; init; }

    public string? BirthCountry { get; init; }

    public string? Nationality { get; init; }

    public string? AddressLine { get; init; }

    public string? PostalCode { get; init; }

    public string? City { get; init; }

    public string? Country { get; init; }

    /// <summary>The service's id for the officer.</summary>
    public string? OfficerId { get; init; }

    /// <summary>The service's id for the beneficial owner.</summary>
    public string? OwnerId { get; init; }

    public override string ToString() => Roles.Count == 0 ? Name : $"{Name} ({string.Join(", ", Roles)})";
}
