using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Client.Tests.Collection;

/// <summary>What a dossier states about itself.</summary>
public class CompanyDossierTests
{
    [Fact]
    public void GetDataState_DistinguishesThreeCasesWithoutData()
    {
        CompanyDossier dossier = new() { Siren = "123456789", DataTypes = ["ACT", "COURT_DECISION", "VAT_DECLARATION"] };
        dossier.Add("ACT", [new QardRecord()]);
        dossier.Add("COURT_DECISION", []);
        Assert.Equal(
            [DataState.Collected, DataState.Collected, DataState.None, DataState.NotCollected, DataState.NotCollected, DataState.NotRequested],
            new[] { "ACT", "act", "Court_Decision", "VAT_DECLARATION", "vat_declaration", "TAX_RETURN" }.Select(dossier.GetDataState));
    }

    [Fact]
    public void HasWhole_OnlyIfReadAndWithoutAFailure()
    {
        CompanyDossier dossier = new() { Siren = "123456789", DataTypes = ["ACT", "COURT_DECISION", "VAT_DECLARATION"] };
        dossier.Add("ACT", []);
        dossier.Add("COURT_DECISION", []);
        dossier.Fail("court_decision", "it failed", remedy: null, "x");
        Assert.Equal([true, true, false, false], new[] { "ACT", "act", "COURT_DECISION", "VAT_DECLARATION" }.Select(dossier.HasWhole));
    }

    [Theory]
    [InlineData("sandbox.test/qard/api/v6", true)]
    [InlineData("sandbox.TEST", true)]
    [InlineData("localhost:8080/qard", true)]
    [InlineData("127.0.0.1:8080", true)]
    [InlineData("api.example.com/test", false)]
    [InlineData("sandbox.tests", false)]
    [InlineData(null, false)]
    [InlineData("no address", false)]
    public void IsSandbox_GoesByTheHost(string? service, bool isSandbox)
        => Assert.Equal(isSandbox, new CompanyDossier { Siren = "123456789", Service = service }.IsSandbox);

    [Fact]
    public void Status_GoesByFailuresAndData()
    {
        CompanyDossier dossier = new() { Siren = "123456789" };
        Assert.Equal(DossierStatus.Complete, dossier.Status);
        dossier.Fail("Sync", "it failed", remedy: null, "x");
        Assert.Equal(DossierStatus.Failed, dossier.Status);
        dossier.Add("ACT", []);
        Assert.Equal(DossierStatus.Partial, dossier.Status);
    }

    [Fact]
    public void Items_AreOfTheirTypeAndNameTheCompany()
    {
        CompanyDossier dossier = new() { Siren = "123456789", Name = "Exemple" };
        Assert.Empty(dossier.GetItems("COMPANY_PROFILE"));
        dossier.Add("company_profile", []);
        Assert.Null(dossier.Profile);
        dossier.Add("company_profile", [new QardCompanyProfile { Name = "Exemple SAS" }]);
        dossier.Add("company_officer", [new QardCompanyOfficer { CompanySiren = "987654321", CompanyName = "Autre" }]);
        dossier.Add("beneficial_owner", [new QardBeneficialOwner()]);
        dossier.Add("act", [new QardRecord()]);
        dossier.AddSyncs([new QardSyncItem()]);
        Assert.IsType<QardCompanyProfile>(Assert.Single(dossier.GetItems("Company_Profile")));
        Assert.IsType<QardCompanyOfficer>(Assert.Single(dossier.GetItems("Company_Officer")));
        Assert.IsType<QardBeneficialOwner>(Assert.Single(dossier.GetItems("Beneficial_Owner")));
        Assert.IsType<QardRecord>(Assert.Single(dossier.GetItems("Act")));
        Assert.Empty(dossier.GetItems("TAX_RETURN"));
        Assert.Equal((1, 1), (dossier.OfficerCount, dossier.OwnerCount));
        Assert.Equal(["company_profile", "company_profile", "company_officer", "beneficial_owner", "act"], dossier.CollectedTypes);
        Assert.Equal(("987654321", "Autre"), (dossier.Officers[0].CompanySiren, dossier.Officers[0].CompanyName));
        Assert.Equal(("123456789", "Exemple"), (dossier.BeneficialOwners[0].CompanySiren, dossier.BeneficialOwners[0].CompanyName));
        Assert.Equal(("123456789", "Exemple"), (dossier.Syncs[0].CompanySiren, dossier.Syncs[0].CompanyName));
    }

    [Fact]
    public void CompanyName_IsTheBestThatIsKnown()
    {
        CompanyDossier dossier = new() { Siren = "123456789" };
        Assert.Equal("123456789", dossier.CompanyName);
        dossier.Add("COMPANY_PROFILE", [new QardCompanyProfile { Name = "Exemple SAS" }]);
        Assert.Equal("Exemple SAS", dossier.CompanyName);
    }

    [Fact]
    public void CompletedAt_IsTheStartAndTheDuration() => Assert.Equal(
        new DateTime(2024, 1, 15, 10, 5, 0, DateTimeKind.Utc),
        new CompanyDossier { Siren = "123456789", CollectedAt = new(2024, 1, 15, 10, 0, 0, DateTimeKind.Utc), Elapsed = TimeSpan.FromMinutes(5) }.CompletedAt);
}
