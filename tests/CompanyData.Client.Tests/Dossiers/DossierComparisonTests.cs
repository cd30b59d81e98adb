using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Json;
using CompanyData.Qard;
using static CompanyData.Client.Tests.Dossiers.ComparedDossiers;
using Fixtures = CompanyData.Client.Tests.Reports.Dossiers;

namespace CompanyData.Client.Tests.Dossiers;

/// <summary>One change at a time, and what it is called.</summary>
public class DossierComparisonTests
{
    [Fact]
    public void Compare_RenumberedAndReordered_IsNoChange()
    {
        CompanyDossier old = People(Person("1", "Camille", "Exemple", "1970-05-01", 60), Person("2", "Dominique", "Modèle", "1971-01-01", 40));
        CompanyDossier renumbered = People(Person("1", "DOMINIQUE", "MODELE", "1971-01-01 00:00:00", 40.0m), Person("2", " camille ", "Exemple", "1970-05-01", 60));
        Assert.Empty(Compare(old, renumbered));
    }

    [Theory]
    [InlineData("1970", "1970-05-01", 1)]
    [InlineData("1970-05", "1970-05-01", 1)]
    [InlineData(null, "1970-05-01", 1)]
    [InlineData("1971", "1970-05-01", 2)]
    public void Compare_BirthDateBecomesExact_IsTheSamePerson(string? before, string after, int changes)
        => Assert.Equal(changes, Compare(People(Person("1", "Camille", "Exemple", before, 60)), People(Person("9", "Camille", "Exemple", after, 60))).Count);

    [Fact]
    public void Compare_SameIdAndBirthDateWithANewName_IsAnotherNameOfTheSamePerson()
    {
        DossierChange change = Assert.Single(Compare(People(Person("1", "Camille", "Exemple", "1970-05-01", 60)), People(Person("1", "Camille", "Modèle", "1970-05-01", 60))));
        Assert.Equal(("Changed", "LastName", "Exemple", "Modèle", "PersonIdentityChanged", "Review"), (change.Kind, change.Field, change.Old, change.New, change.Code, change.Severity));
    }

    [Fact]
    public void Compare_SameIdOfAnotherPerson_IsOneGoneAndOneNew()
        => Assert.Equal(
            ["OwnerAdded", "OwnerRemoved"],
            Compare(People(Person("1", "Camille", "Exemple", "1970-05-01", 60)), People(Person("1", "Sacha", "Essai", "1980-01-01", 60))).Select(change => change.Code).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(20, 26, "OwnerCrossedThreshold", "Critical")]
    [InlineData(26, 25, "OwnerCrossedThreshold", "Critical")]
    [InlineData(30, 40, "DataChanged", "Note")]
    public void Compare_ShareChanges_CountsWhereItCrossesTheThreshold(int before, int after, string code, string severity)
    {
        DossierChange change = Assert.Single(Compare(People(Person("1", "Camille", "Exemple", "1970-05-01", before)), People(Person("1", "Camille", "Exemple", "1970-05-01", after))));
        Assert.Equal((code, severity, "SharesPercentage", $"{before}", $"{after}", "Camille Exemple"), (change.Code, change.Severity, change.Field, change.Old, change.New, change.Subject));
    }

    [Theory]
    [InlineData("CompanyClosed", "Critical", "RncsClosingDate")]
    [InlineData("SeatMoved", "Review", "Headquarter.Address")]
    [InlineData("CompanyRenamed", "Review", "Name")]
    [InlineData("LegalFormChanged", "Review", "Legal.Form")]
    [InlineData("RegistrationNumberChanged", "Critical", "RegistrationNumber")]
    [InlineData("DataChanged", "Note", "Capital.Amount")]
    [InlineData("OfficerAdded", "Review", null)]
    [InlineData("OfficerRemoved", "Review", null)]
    [InlineData("OfficerRoleChanged", "Review", "Roles")]
    [InlineData("OwnerAdded", "Critical", null)]
    [InlineData("OwnerRemoved", "Review", null)]
    [InlineData("CourtDecisionAdded", "Review", null)]
    [InlineData("CollectiveProcedureAdded", "Critical", null)]
    [InlineData("ConformityAttentionAdded", "Critical", "Outcome")]
    [InlineData("BackgroundCheckFailed", "Critical", "Acceptable")]
    public void Compare_OneChange_IsTheOnlyOneAndSaysWhatItMeans(string code, string severity, string? field)
    {
        CompanyDossier old = Whole();
        CompanyDossier @new = Whole();
        Change(@new, code);
        DossierChange change = Assert.Single(Compare(old, @new));
        Assert.Equal((code, severity, field), (change.Code, change.Severity, change.Field));
        DossierChange french = Assert.Single(DossierComparison.Compare(old, @new, new ReviewOptions { Language = "fr" }));
        Assert.NotEqual(change.Message, french.Message);
    }

    [Fact]
    public void Compare_AfterAFailedCollection_LooksFurtherBack()
    {
        CompanyDossier january = Whole();
        CompanyDossier february = new() { Siren = january.Siren, DataTypes = january.DataTypes };
        february.Fail("Connection", "it failed", null, "QardServerError");
        CompanyDossier march = Whole();
        Change(march, "SeatMoved");

        Assert.Empty(Compare(january, february));
        Assert.Empty(Compare(february, march));
        Assert.Equal("SeatMoved", Assert.Single(DossierComparison.Compare([february, january], march, Fixtures.Review)).Code);
    }

    [Fact]
    public void Compare_OtherCompany_IsRefused()
        => Assert.Throws<ArgumentException>(() => Compare(Fixtures.Usual(), new CompanyDossier { Siren = "987654321" }));

    private static CompanyDossier Whole()
    {
        CompanyDossier dossier = Fixtures.From("Exemple Industries SAS", "COURT_DECISION", "CONFORMITY_CHECK", "BACKGROUND_CHECK");
        dossier.Add(QardDataType.CompanyProfile, [Fixtures.Profile()]);
        dossier.Add(QardDataType.CompanyOfficer, [Fixtures.Officer("Camille", "Exemple", "Président"), Fixtures.Officer("Dominique", "Modèle", "Directeur général")]);
        dossier.Add(QardDataType.BeneficialOwner, [Fixtures.Owner("Camille", "Exemple", 80, 80), Fixtures.Owner("Sacha", "Spécimen", 20, 20)]);
        dossier.Add("COURT_DECISION", []);
        dossier.Add("CONFORMITY_CHECK", [Fixtures.Record(("name", "Camille Exemple"), ("outcome", "CLEAR"))]);
        dossier.Add("BACKGROUND_CHECK", [Fixtures.Record(("acceptable", "OK"))]);
        return dossier;
    }

    private static void Change(CompanyDossier dossier, string code)
    {
        QardCompanyProfile profile = dossier.Profile!;
        switch (code)
        {
            case "CompanyClosed":
                profile.RncsClosingDate = new DateTime(2024, 1, 10);
                break;
            case "SeatMoved":
                profile.Headquarter!.Address = new() { AddressLine1 = "2 avenue du Spécimen", PostalCode = "11111", City = "Essai-sur-Papier", Country = "FR" };
                break;
            case "CompanyRenamed":
                profile.Name = "MODELE INDUSTRIES";
                break;
            case "LegalFormChanged":
                profile.Legal!.Form = "SA à conseil d'administration";
                break;
            case "RegistrationNumberChanged":
                profile.RegistrationNumber = "987654321";
                break;
            case "DataChanged":
                profile.Capital!.Amount = new Money(40000, "EUR");
                break;
            case "OfficerAdded":
                dossier.Officers.Add(Fixtures.Officer("Alix", "Témoin", "Administrateur"));
                break;
            case "OfficerRemoved":
                dossier.Officers.RemoveAt(1);
                break;
            case "OfficerRoleChanged":
                dossier.Officers[1].Roles[0].EndDate = new DateTime(2024, 1, 1);
                break;
            case "OwnerAdded":
                dossier.BeneficialOwners.Add(Fixtures.Owner("Alix", "Témoin", 26, 26));
                break;
            case "OwnerRemoved":
                dossier.BeneficialOwners.RemoveAt(1);
                break;
            case "CourtDecisionAdded":
                dossier.Data["COURT_DECISION"].Add(Fixtures.Record(("title", "Jugement"), ("date", "2024-01-02")));
                break;
            case "CollectiveProcedureAdded":
                dossier.Data["COURT_DECISION"].Add(Fixtures.Record(("title", "Redressement judiciaire"), ("date", "2024-01-02")));
                break;
            case "ConformityAttentionAdded":
                dossier.Data["CONFORMITY_CHECK"][0] = Fixtures.Record(("name", "Camille Exemple"), ("outcome", "ATTENTION"));
                break;
            case "BackgroundCheckFailed":
                dossier.Data["BACKGROUND_CHECK"][0] = Fixtures.Record(("acceptable", "NOK"));
                break;
        }
    }
}
