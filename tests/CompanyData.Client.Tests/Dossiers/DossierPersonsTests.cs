using System.Text.Json;
using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Qard;
using Fixtures = CompanyData.Client.Tests.Reports.Dossiers;

namespace CompanyData.Client.Tests.Dossiers;

public class DossierPersonsTests
{
    [Fact]
    public void From_OfficerWhoIsAnOwner_IsOneRowWithBothRoles()
    {
        DossierPerson person = Assert.Single(Persons([Officer("Camille Marie", "EXEMPLE", "1970-05-01")], [Owner("camille", "Exemple", "1970-05-01 00:00:00", shares: "60.5")]));
        Assert.Equal(["Président", "Beneficial owner"], person.Roles);
        Assert.True(person is { IsOfficer: true, IsBeneficialOwner: true, Shares: 60.5m, BirthDate: "1970-05-01", Company: "Exemple", Siren: "123456789", Type: "Person" });
    }

    [Theory]
    [InlineData("1970-05", 1)]
    [InlineData("1970", 1)]
    [InlineData("05/1970", 1)]
    [InlineData(null, 1)]
    [InlineData("1971", 2)]
    [InlineData("1970-05-02", 2)]
    public void From_PartialBirthDates_AgreeAsFarAsTheyAreKnown(string? birthDate, int expected)
    {
        IReadOnlyList<DossierPerson> persons = Persons([Officer("Camille", "Exemple", "1970-05-01")], [Owner("Camille", "Exemple", birthDate)]);
        Assert.Equal(expected, persons.Count);
        Assert.Equal("1970-05-01", persons[0].BirthDate);
    }

    [Fact]
    public void From_PartialBirthDateAlone_IsKept() => Assert.Equal("1970-05", Assert.Single(Persons([], [Owner("Camille", "Exemple", "1970-05")])).BirthDate);

    [Fact]
    public void From_FatherAndSonOfOneName_StayTwo()
        => Assert.Equal(3, Persons([Officer("Camille", "Exemple", "1940-01-01"), Officer("Camille", "Exemple", "1970-05-01")], [Owner("Camille", "Exemple", null)]).Count);

    [Fact]
    public void From_SamePersonListedTwice_HasAllRoles()
        => Assert.Equal(["Président", "Gérant"], Assert.Single(Persons([Officer("Camille", "Exemple", "1970-05-01"), Officer("Camille", "Exemple", "1970-05-01", "Gérant")], [])).Roles);

    [Fact]
    public void From_CompanyAsOfficer_IsACompanyWithItsNumber()
    {
        DossierPerson person = Assert.Single(Persons([new QardCompanyOfficer { LegalName = "Maison Modèle SAS", Siren = "000 100 001" }], []));
        Assert.True(person is { Type: "Company", RegistrationNumber: "000100001", Name: "Maison Modèle SAS" });
    }

    private static IReadOnlyList<DossierPerson> Persons(QardCompanyOfficer[] officers, QardBeneficialOwner[] owners)
    {
        CompanyDossier dossier = Fixtures.From("Exemple");
        dossier.Add(QardDataType.CompanyOfficer, officers);
        dossier.Add(QardDataType.BeneficialOwner, owners);
        return DossierPersons.From(dossier);
    }

    private static QardCompanyOfficer Officer(string firstName, string lastName, string birthDate, string role = "Président")
        => new() { FirstName = firstName, LastName = lastName, BirthDate = DateTime.Parse(birthDate, System.Globalization.CultureInfo.InvariantCulture), Roles = [new() { Name = role }] };

    private static QardBeneficialOwner Owner(string firstName, string lastName, string? birthDate, string shares = "51")
        => Lenient.Read(
            JsonSerializer.Serialize(new Dictionary<string, object?>(StringComparer.Ordinal) { ["first_name"] = firstName, ["last_name"] = lastName, ["birth_date"] = birthDate, ["shares_percentage"] = shares }),
            QardJsonContext.Default.QardBeneficialOwner);
}
