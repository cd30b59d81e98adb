using System.Text.Json.Serialization;

namespace CompanyData.Qard;

/// <summary>A person, or a company that acts as one, in a role for a company.</summary>
public abstract class QardPerson : QardUserData
{
    public string? Id { get; set; }

    public string? Type { get; set; }

    /// <summary>A person's first and last name, or the name of a company.</summary>
    [JsonIgnore]
    public string? Name => string.IsNullOrWhiteSpace(LegalName) && $"{FirstName} {LastName}".Trim() is { Length: > 0 } person ? person : LegalName;

    public string? LastName { get; set; }

    public string? FirstName { get; set; }

    /// <summary>The name of a company that acts as an officer or an owner.</summary>
    [JsonPropertyName("name")]
    public string? LegalName { get; set; }

    /// <summary>The siren of a company that acts as an officer or an owner; that of the company it acts for is in <see cref="QardUserData.CompanySiren"/>.</summary>
    public string? Siren { get; set; }

    public DateTime? BirthDate { get; set; }

    public string? BirthCity { get; set; }

    public string? BirthPostalCode { get; set; }

    public string? BirthCountry { get; set; }

    public string? Nationality { get; set; }

    public string? Patronym { get; set; }
}
