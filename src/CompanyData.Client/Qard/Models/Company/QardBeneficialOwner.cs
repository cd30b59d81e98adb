using System.Text.Json.Serialization;

namespace CompanyData.Qard;

/// <summary>
/// A beneficial owner of a company. Source: GET /users/{u}/beneficial-owners [seed]. The fields are undocumented: those of an officer and
/// likely ones have properties, all others are kept.
/// </summary>
public sealed class QardBeneficialOwner : QardPerson
{
    /// <summary>Percent of the capital.</summary>
    public decimal? SharesPercentage { get; set; }

    /// <summary>Percent of the voting rights.</summary>
    public decimal? VotingRightsPercentage { get; set; }

    [JsonConverter(typeof(QardAddressConverter))]
    public QardAddress? Address { get; set; }

    /// <summary>The address in flat columns.</summary>
    [JsonIgnore]
    public string? AddressLine => Address?.AddressLine1;

    [JsonIgnore]
    public string? PostalCode => Address?.PostalCode;

    [JsonIgnore]
    public string? City => Address?.City;

    [JsonIgnore]
    public string? Country => Address?.Country;

    public DateTime? StartDate { get; set; }

    public DateTime? EndDate { get; set; }

    public override string ToString() => Name ?? Id ?? GetAdditionalFields().ToString();
}
