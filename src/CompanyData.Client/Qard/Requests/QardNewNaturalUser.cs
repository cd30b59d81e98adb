using System.Globalization;
using System.Text.Json.Serialization;

namespace CompanyData.Qard;

/// <summary>A person to create a user for. Source: POST /users/natural [docs]; its fields are [inferred].</summary>
public sealed class QardNewNaturalUser
{
    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    [JsonIgnore]
    public DateTime? BirthDate { get; init; }

    [JsonInclude]
    [JsonPropertyName("birth_date")]
    internal string? BirthDateText => BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string? Group { get; init; }
}
