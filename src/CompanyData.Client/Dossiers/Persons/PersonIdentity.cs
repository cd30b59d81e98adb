using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>Identifies a person, or a company that acts as officer or owner.</summary>
/// <param name="Siren">Siren of a company; null for people.</param>
/// <param name="Name">Normalised name, without case, accents and word order; empty if no name is disclosed.</param>
/// <param name="BirthDate">Birth date, as far as published.</param>
internal sealed record PersonIdentity(string? Siren, string Name, PartialDate? BirthDate)
{
    public static PersonIdentity From(FieldMap fields)
    {
        string? siren = fields.Text("siren", "registration_number");
        string? lastName = fields.Text("last_name", "patronym");
        string? firstName = fields.Text("first_name");
        string name = lastName is not null && firstName is not null
            ? TextKey.Words($"{lastName} {FirstWord(firstName)}")
            : TextKey.Words(fields.Text("name", "full_name", "company_name") ?? lastName ?? firstName);
        return new(siren is null ? null : string.Concat(siren.Where(char.IsLetterOrDigit)), name, PartialDate.Parse(fields.Text("birth_date", "birth_date_raw", "date_of_birth", "birthdate")));
    }

    /// <summary>Whether the two are certainly the same: same siren, or same name with matching birth dates.</summary>
    public bool IsSame(PersonIdentity other) => Siren is not null && other.Siren is not null
        ? Siren == other.Siren
        : Name.Length > 0 && Name == other.Name && (Siren ?? other.Siren) is null && BirthDate is { } born && other.BirthDate is { } otherBorn && born.Agrees(otherBorn);

    /// <summary>Whether the two may be the same: same name, and no known difference.</summary>
    public bool MayBe(PersonIdentity other)
        => IsSame(other) || (Name.Length > 0 && Name == other.Name && (Siren is null || other.Siren is null) && (BirthDate is null || other.BirthDate is null));

    /// <summary>Only the first given name is compared: some registers list all given names, others only the first.</summary>
    private static string FirstWord(string names) => TextKey.From(names).Split(' ')[0];
}
