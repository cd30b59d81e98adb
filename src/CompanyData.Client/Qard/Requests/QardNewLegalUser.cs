namespace CompanyData.Qard;

/// <summary>A company to create a user for. Source: POST /users/legal [seed].</summary>
public sealed class QardNewLegalUser
{
    public required string Name { get; init; }

    /// <summary>Nine digits where <see cref="Country"/> is FR. Check digits are not enforced: the seed's own sample would fail.</summary>
    public string? Siren { get; init; }

    /// <summary>ISO 3166 alpha-2; the service takes FR where it is left out.</summary>
    public string? Country { get; init; }

    public string? PostalCode { get; init; }

    public string? ApeCode { get; init; }

    public string? Group { get; init; }

    public string? ReturnUrl { get; init; }

    /// <exception cref="ArgumentException">The name is empty, or the siren has not the form of its country.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            throw new ArgumentException("A company needs a name.", nameof(Name));
        }

        bool isFrench = string.IsNullOrEmpty(Country) || string.Equals(Country, "FR", StringComparison.OrdinalIgnoreCase);
        if (isFrench && Siren is not null && SirenNumber.Explain(Siren) is { } problem)
        {
            throw new ArgumentException(problem, nameof(Siren));
        }
    }
}
