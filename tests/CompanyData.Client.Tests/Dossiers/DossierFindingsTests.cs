using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Qard;
using Fixtures = CompanyData.Client.Tests.Reports.Dossiers;

namespace CompanyData.Client.Tests.Dossiers;

public class DossierFindingsTests
{
    /// <summary>What is found in a sound dossier after one change to it.</summary>
    private static readonly Dictionary<string, (string Severity, string Evidence, Action<CompanyDossier> Change)> Cases = new(StringComparer.Ordinal)
    {
        ["CompanyClosed"] = ("Critical", "Profile.RncsClosingDate", dossier => dossier.Profile!.RncsClosingDate = new DateTime(2023, 3, 1)),
        ["RegistrationNumberMismatch"] = ("Critical", "Profile.RegistrationNumber", dossier => dossier.Profile!.RegistrationNumber = "987 654 321"),
        ["NameMismatch"] = ("Review", "Profile.Name", dossier => dossier.Name = "Tout autre chose"),
        ["ProfileIncomplete"] = ("Review", "Profile", dossier => dossier.Profile!.Activity = null),
        ["NoBeneficialOwner"] = ("Review", "BeneficialOwners", dossier => dossier.BeneficialOwners.Clear()),
        ["NoOwnerOverThreshold"] = ("Review", "BeneficialOwners", dossier => Owners(dossier, 25, 25, 25, 25)),
        ["OwnersNotDisclosed"] = ("Review", "BeneficialOwners", dossier => Owners(dossier, 100, null)),
        ["SharesOverTotal"] = ("Review", "BeneficialOwners", dossier => Owners(dossier, 60, 50)),
        ["SharesNotDisclosed"] = ("Review", "BeneficialOwners", dossier => Owners(dossier, 60)),
        ["NoOfficer"] = ("Review", "Officers", dossier => dossier.Officers.Clear()),
        ["OfficersEnded"] = ("Review", "Officers", dossier => dossier.Officers.ForEach(officer => officer.Roles[0].EndDate = new DateTime(2020, 1, 1))),
        ["OfficerIncomplete"] = ("Review", "Officers[1]", dossier => dossier.Officers[1].BirthDate = null),
        ["CourtDecision"] = ("Review", "Data.COURT_DECISION[0]", dossier => dossier.Add("COURT_DECISION", [Fixtures.Record(("title", "Décision"), ("date", "2023-05-04"), ("tribunal", "Modèle-Ville"))])),
        ["CollectiveProcedure"] = ("Critical", "Data.LEGAL_NOTICE[0]", dossier => dossier.Add("LEGAL_NOTICE", [Fixtures.Record(("event", "Jugement d'ouverture de liquidation judiciaire"), ("date", "2023-05-04"))])),
        ["BackgroundCheckNotOk"] = ("Critical", "Data.BACKGROUND_CHECK[0]", dossier => dossier.Add("BACKGROUND_CHECK", [Fixtures.Record(("acceptable", "NOK"), ("reasons", new[] { "PEP", "WATCHLIST" }))])),
        ["BackgroundCheckWarning"] = ("Note", "Data.BACKGROUND_CHECK[0].Warnings", dossier => dossier.Add("BACKGROUND_CHECK", [Fixtures.Record(("acceptable", true), ("warnings", new[] { "Adresse partagée" }))])),
        ["ConformityAttention"] = ("Critical", "Data.CONFORMITY_CHECK[0]", dossier => dossier.Add("CONFORMITY_CHECK", [Fixtures.Record(("outcome", "ATTENTION"), ("officer_id", "o-Exemple"), ("issues", new[] { "Document illisible" }))])),
        ["ConsentExpires"] = ("Review", "Data.BANK_ACCOUNT[0]", dossier => dossier.Add("BANK_ACCOUNT", [Fixtures.Record(("bank_name", "Banque Exemple"), ("consent_expires_at", "2024-02-01"))])),
        ["DataMissing"] = ("Review", "Failures[0]", dossier => dossier.Fail("TAX_RETURN", "the provider could not be read", "Try again later.", "FETCH_ERROR")),
        ["NotRequested"] = ("Note", "DataTypes", _ => { }
        ),
        ["Stale"] = ("Review", "CollectedAt", dossier => dossier.CollectedAt = new DateTime(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
        ["Remark"] = ("Note", "Remarks[0]", dossier => dossier.Remarks.Add("2 users have this siren.")),
    };

    public static TheoryData<string> Codes => [.. DossierFindings.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Find_OneThingIsOff_IsTheOnlyFinding(string code)
    {
        (string severity, string evidence, Action<CompanyDossier> change) = Cases[code];
        CompanyDossier dossier = code == "NotRequested" ? WithoutOwners() : Fixtures.Usual();
        change(dossier);

        DossierFinding finding = Assert.Single(DossierFindings.Find(dossier, Fixtures.Review));
        Assert.Equal((code, severity, evidence), (finding.Code, finding.Severity, finding.Evidence));
        Assert.Equal(("123456789", dossier.Name), (finding.Siren, finding.Name));
        Assert.Matches(@"^\S.*\S$", finding.Message);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Find_InFrench_SpeaksFrench(string code)
    {
        CompanyDossier dossier = code == "NotRequested" ? WithoutOwners() : Fixtures.Usual();
        Cases[code].Change(dossier);
        DossierFinding english = Assert.Single(DossierFindings.Find(dossier, Fixtures.Review));
        DossierFinding french = Assert.Single(DossierFindings.Find(dossier, new ReviewOptions { Time = Fixtures.Review.Time, Language = "fr" }));
        Assert.Equal(code == "Remark", english.Message == french.Message);
        Assert.Equal((english.Code, english.Severity, english.Evidence), (french.Code, french.Severity, french.Evidence));
    }

    [Fact]
    public void Find_SoundDossier_HasNothing() => Assert.Empty(DossierFindings.Find(Fixtures.Usual(), Fixtures.Review));

    [Fact]
    public void Find_Many_HasTheMostUrgentFirst()
    {
        CompanyDossier dossier = Fixtures.Big();
        dossier.Profile!.InseeClosingDate = new DateTime(2023, 3, 1);
        IReadOnlyList<DossierFinding> findings = DossierFindings.Find(dossier, Fixtures.Review);
        Assert.Equal(["Critical", "Review", "Note"], findings.Select(finding => finding.Severity).Distinct(StringComparer.Ordinal));
        Assert.Equal("CompanyClosed", findings[0].Code);
    }

    [Fact]
    public void Find_NotRequestedNotCollectedAndNone_AreThreeThings()
    {
        CompanyDossier dossier = new() { Siren = "123456789", DataTypes = [QardDataType.CompanyProfile, QardDataType.CompanyOfficer], CollectedAt = Fixtures.Review.Time.GetUtcNow().UtcDateTime };
        dossier.Add(QardDataType.CompanyProfile, [Fixtures.Profile()]);
        Assert.Equal(
            (DataState.Collected, DataState.NotCollected, DataState.NotRequested),
            (dossier.GetDataState("company_profile"), dossier.GetDataState(QardDataType.CompanyOfficer), dossier.GetDataState(QardDataType.BeneficialOwner)));
        dossier.Fail(QardDataType.CompanyOfficer, "it failed", null, "FETCH_ERROR");
        Assert.Equal([("DataMissing", "COMPANY_OFFICER"), ("NotRequested", "BENEFICIAL_OWNER")], DossierFindings.Find(dossier, Fixtures.Review).Select(finding => (finding.Code, finding.Subject!)));

        dossier.Add(QardDataType.CompanyOfficer, []);
        Assert.Equal(DataState.None, dossier.GetDataState(QardDataType.CompanyOfficer));
    }

    [Fact]
    public void Find_OtherThreshold_IsTheLimit()
    {
        CompanyDossier dossier = Fixtures.Usual();
        Owners(dossier, 20, 80);
        Assert.Empty(DossierFindings.Find(dossier, Fixtures.Review));
        Assert.Contains(DossierFindings.Find(dossier, new ReviewOptions { Time = Fixtures.Review.Time, OwnershipThreshold = 80 }), finding => finding.Code == "NoOwnerOverThreshold" && finding.Message.Contains("80 %"));
    }

    [Theory]
    [InlineData("SAS Exemple-Industries")]
    [InlineData("exemple  industries")]
    [InlineData("Exemple Industries Holding")]
    [InlineData("EXEMPLE SERVICES")]
    public void Find_NameInAnotherForm_IsTheSameName(string name)
    {
        CompanyDossier dossier = Fixtures.Usual();
        dossier.Name = name;
        Assert.Empty(DossierFindings.Find(dossier, Fixtures.Review));
    }

    [Fact]
    public void Find_NothingCollected_IsCritical()
    {
        DossierFinding finding = Assert.Single(DossierFindings.Find(Fixtures.Failed(), Fixtures.Review));
        Assert.Equal(("DataMissing", "Critical", "QardConsentRequired"), (finding.Code, finding.Severity, finding.Reference));
    }

    private static CompanyDossier WithoutOwners()
    {
        CompanyDossier usual = Fixtures.Usual();
        CompanyDossier dossier = new() { Siren = usual.Siren, Name = usual.Name, CollectedAt = usual.CollectedAt, DataTypes = [QardDataType.CompanyProfile, QardDataType.CompanyOfficer] };
        dossier.Add(QardDataType.CompanyProfile, [usual.Profile!]);
        dossier.Add(QardDataType.CompanyOfficer, usual.Officers);
        return dossier;
    }

    private static void Owners(CompanyDossier dossier, params int?[] shares)
    {
        dossier.BeneficialOwners.Clear();
        dossier.BeneficialOwners.AddRange(shares.Select((share, index) => Fixtures.Owner("Camille", $"Exemple{index}", share, null)));
    }
}
