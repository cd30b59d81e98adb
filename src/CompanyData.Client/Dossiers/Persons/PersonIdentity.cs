using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>What tells a person, or a company that acts as one, from others.</summary>
/// <param name="Siren">Of a company; null for people.</param>
/// <param name="Name">Compared without case, accents or order of the words; empty where no name is disclosed.</param>
/// <param name="BirthDate">As far as it is published.</param>
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
        return new(siren is null ? null : string.Concat(siren.Where(char.IsLetterOrDigit)), name, PartialDate.Parse(fields.Text("birth_date", "date_of_birth", "birthdate")));
    }

    /// <summary>Whether the two are the same beyond doubt: the same siren, or the same name with birth dates that agree.</summary>
    public bool IsSame(PersonIdentity other) => Siren is not null && other.Siren is not null
        ? Siren == other.Siren
        : Name.Length > 0 && Name == other.Name && (Siren ?? other.Siren) is null && BirthDate is { } born && other.BirthDate is { } otherBorn && born.Agrees(otherBorn);

    /// <summary>Whether the two may be the same: the name is, and nothing that is known of both differs.</summary>
    public bool MayBe(PersonIdentity other)
        => IsSame(other) || (Name.Length > 0 && Name == other.Name && (Siren is null || other.Siren is null) && (BirthDate is null || other.BirthDate is null));

    /// <summary>Some registers list every given name of a person, others the first alone.</summary>
    private static string FirstWord(string names) => TextKey.From(names).Split(' ')[0];
}
