using CompanyData.Collection;
using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>Lists the people and companies that run or own a company. Entries for the same person are merged.</summary>
public static class DossierPersons
{
    internal const string BeneficialOwner = "Beneficial owner";

    /// <summary>Lists officers first, in the order of the dossier.</summary>
    public static IReadOnlyList<DossierPerson> From(CompanyDossier dossier) => [.. Group(dossier).Select(group => group.Person)];

    /// <summary>Lists each person with its entries in the dossier.</summary>
    internal static IReadOnlyList<(DossierPerson Person, IReadOnlyList<PersonRecord> Records)> Group(CompanyDossier dossier)
    {
        List<List<PersonRecord>> groups = [];
        foreach (PersonRecord record in dossier.Officers.Select(PersonRecord.From).Concat(dossier.BeneficialOwners.Select(PersonRecord.From)))
        {
            if (Find(groups, record) is { } same)
            {
                same.Add(record);
            }
            else
            {
                groups.Add([record]);
            }
        }

        return [.. groups.Select(group => (Create(dossier, group), (IReadOnlyList<PersonRecord>)group))];
    }

    /// <summary>Finds the group of the same person. Without a birth date, the name must match exactly one group.</summary>
    private static List<PersonRecord>? Find(List<List<PersonRecord>> groups, PersonRecord record)
    {
        if (groups.Find(group => group.Exists(known => known.Identity.IsSame(record.Identity))) is { } same)
        {
            return same;
        }

        List<PersonRecord>[] candidates = [.. groups.Where(group => group.TrueForAll(known => known.Identity.MayBe(record.Identity) && known.IsOwner != record.IsOwner))];
        return candidates.Length == 1 ? candidates[0] : null;
    }

    private static DossierPerson Create(CompanyDossier dossier, List<PersonRecord> records)
    {
        PersonRecord? officer = records.Find(record => !record.IsOwner);
        PersonRecord? owner = records.Find(record => record.IsOwner);
        FieldMap? address = records.Select(record => record.Fields.Map("address")).FirstOrDefault(map => map is not null);
        return new()
        {
            Siren = dossier.Siren,
            Company = dossier.CompanyName,
            Name = records[0].Name,
            FirstName = First(records, "first_name"),
            LastName = First(records, "last_name"),
            Type = records.Exists(record => record.IsCompany) ? "Company" : "Person",
            RegistrationNumber = records.Select(record => record.Identity.Siren).FirstOrDefault(siren => siren is not null),
            Roles = [.. records.SelectMany(Roles).Distinct(StringComparer.OrdinalIgnoreCase)],
            IsOfficer = officer is not null,
            IsBeneficialOwner = owner is not null,
            Shares = records.Select(record => record.IsOwner ? Holding.Find(record.Fields, Holding.SharesNames) : null).FirstOrDefault(value => value is not null),
            Votes = records.Select(record => record.IsOwner ? Holding.Find(record.Fields, Holding.VotesNames) : null).FirstOrDefault(value => value is not null),
            BirthDate = BirthDate(records),
            BirthCity = First(records, "birth_city"),
            BirthPostalCode = First(records, "birth_postal_code"),
            BirthCountry = First(records, "birth_country"),
            Nationality = First(records, "nationality"),
            AddressLine = address?.Text("address_line1", "address_line_1", "line_1", "street") ?? First(records, "address"),
            PostalCode = address?.Text("postal_code", "zip_code"),
            City = address?.Text("city"),
            Country = address?.Text("country"),
            OfficerId = officer?.Fields.Text("id"),
            OwnerId = owner?.Fields.Text("id"),
        };
    }

    private static IEnumerable<string> Roles(PersonRecord record) => record.IsOwner
        ? [BeneficialOwner]
        : record.Fields.Maps("roles").Select(role => role.Text("name")).OfType<string>();

    private static string? First(List<PersonRecord> records, string field)
        => records.Select(record => record.Fields.Text(field)).FirstOrDefault(text => text is not null);

    /// <summary>Returns the most precise birth date; a date in an unknown format stays unchanged.</summary>
    private static string? BirthDate(List<PersonRecord> records) => records.Select(record => record.Identity.BirthDate?.ToString()).OfType<string>()
        .OrderByDescending(date => date.Length)
        .FirstOrDefault() ?? First(records, "birth_date") ?? First(records, "birth_date_raw");
}
