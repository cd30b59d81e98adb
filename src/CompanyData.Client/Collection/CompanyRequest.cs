using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>A company to collect.</summary>
/// <param name="Siren">Siren of nine digits.</param>
/// <param name="Name">Name of the company; required if it has no user yet.</param>
public sealed record CompanyRequest(string Siren, string? Name)
{
    /// <exception cref="ArgumentException">The siren is missing or does not have nine digits.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(Siren))
        {
            throw new ArgumentException("The company has no siren.", nameof(Siren));
        }

        new QardNewLegalUser { Name = Name ?? Siren, Siren = Siren }.Validate();
    }
}
