using System.Globalization;
using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>A row for each officer or owner of each company, with all roles.</summary>
internal sealed class PersonsTable() : ReportTable<(DossierPerson Person, bool IsSandbox)>(
    "persons",
    ReportText.PersonsSheet,
    (ReportText.Source, (row, _) => Source(row.IsSandbox)),
    (Field("Siren"), (row, _) => row.Person.Siren),
    (ReportText.Company, (row, _) => row.Person.Company),
    (ReportText.Name, (row, _) => row.Person.Name),
    (Field("FirstName"), (row, _) => row.Person.FirstName),
    (Field("LastName"), (row, _) => row.Person.LastName),
    (Field("Type"), (row, language) => language.Word(row.Person.Type)),
    (Field("RegistrationNumber"), (row, _) => row.Person.RegistrationNumber),
    (ReportText.Roles, (row, language) => string.Join("; ", row.Person.Roles.Select(language.Word))),
    (ReportText.IsOfficer, (row, _) => row.Person.IsOfficer),
    (ReportText.IsOwner, (row, _) => row.Person.IsBeneficialOwner),
    (ReportText.SharesPercent, (row, _) => row.Person.Shares),
    (ReportText.VotesPercent, (row, _) => row.Person.Votes),
    (Field("BirthDate"), (row, _) => Date(row.Person.BirthDate)),
    (Field("BirthCity"), (row, _) => row.Person.BirthCity),
    (Field("BirthCountry"), (row, _) => row.Person.BirthCountry),
    (Field("Nationality"), (row, _) => row.Person.Nationality),
    (Field("Address"), (row, _) => row.Person.AddressLine),
    (Field("PostalCode"), (row, _) => row.Person.PostalCode),
    (Field("City"), (row, _) => row.Person.City),
    (Field("Country"), (row, _) => row.Person.Country),
    (ReportText.OfficerId, (row, _) => row.Person.OfficerId),
    (ReportText.OwnerId, (row, _) => row.Person.OwnerId))
{
    public override IEnumerable<object?[]> Rows(CompanyDossier dossier, IReadOnlyList<DossierFinding> findings, ReportOptions options)
        => DossierPersons.From(dossier).Select(person => Row((person, dossier.IsSandbox), options.Text));

    /// <summary>A whole date is one; of others the text is what is known.</summary>
    private static object? Date(string? text)
        => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) ? date : text;
}
