using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>A company whose dossier is wanted.</summary>
/// <param name="Siren">Nine digits.</param>
/// <param name="Name">Needed where the company has no user yet.</param>
public sealed record CompanyRequest(string Siren, string? Name)
{
    /// <exception cref="ArgumentException">The siren is missing or has not nine digits.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(Siren))
        {
            throw new ArgumentException("The company has no siren.", nameof(Siren));
        }

        new QardNewLegalUser { Name = Name ?? Siren, Siren = Siren }.Validate();
    }
}
