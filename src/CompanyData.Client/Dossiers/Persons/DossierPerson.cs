using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>An officer, a beneficial owner, or one who is both, with everything in flat columns.</summary>
public sealed class DossierPerson
{
    /// <summary>Of the company that the person runs or owns.</summary>
    public required string Siren { get; init; }

    public string? Company { get; init; }

    public required string Name { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    /// <summary><c>Person</c> or <c>Company</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Of an officer or owner that is a company.</summary>
    public string? RegistrationNumber { get; init; }

    public required ValueList<string> Roles { get; init; }

    public bool IsOfficer { get; init; }

    public bool IsBeneficialOwner { get; init; }

    /// <summary>Percent of the capital; null where it is not disclosed.</summary>
    public decimal? Shares { get; init; }

    /// <summary>Percent of the voting rights; null where it is not disclosed.</summary>
    public decimal? Votes { get; init; }

    /// <summary>ISO 8601; a year, or a year and a month, where no more is published.</summary>
    public string? BirthDate { get; init; }

    public string? BirthCity { get; init; }

    public string? BirthCountry { get; init; }

    public string? Nationality { get; init; }

    public string? AddressLine { get; init; }

    public string? PostalCode { get; init; }

    public string? City { get; init; }

    public string? Country { get; init; }

    /// <summary>The service's id of the officer.</summary>
    public string? OfficerId { get; init; }

    /// <summary>The service's id of the beneficial owner.</summary>
    public string? OwnerId { get; init; }

    public override string ToString() => Roles.Count == 0 ? Name : $"{Name} ({string.Join(", ", Roles)})";
}
