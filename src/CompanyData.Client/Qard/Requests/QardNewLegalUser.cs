namespace CompanyData.Qard;

/// <summary>A company to create a user for. Source: POST /users/legal [seed].</summary>
public sealed class QardNewLegalUser
{
    public required string Name { get; init; }

    /// <summary>Nine digits if <see cref="Country"/> is FR. Check digits are not enforced, because the seed's own sample has an invalid one.</summary>
    public string? Siren { get; init; }

    /// <summary>ISO 3166 alpha-2; the service's default is FR.</summary>
    public string? Country { get; init; }

    public string? PostalCode { get; init; }

    public string? ApeCode { get; init; }

    public string? Group { get; init; }

    public string? ReturnUrl { get; init; }

    /// <exception cref="ArgumentException">The name is empty, or the siren is invalid for its country.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            throw new ArgumentException("A company requires a name.", nameof(Name));
        }

        bool isFrench = string.IsNullOrEmpty(Country) || string.Equals(Country, "FR", StringComparison.OrdinalIgnoreCase);
        if (isFrench && Siren is not null && SirenNumber.Explain(Siren) is { } problem)
        {
            throw new ArgumentException(problem, nameof(Siren));
        }
    }
}
