using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Qonto;
using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Onboarding;
using CompanyData.Qonto;

namespace CompanyData.Client.Tests.Onboarding;

public class QontoDossierMapperTests
{
    private static readonly QontoRules Rules = new(SampleRegistrations.Today, QontoOAuthNames.Default);

    [Fact]
    public async Task Map_Dossier_FillsInWhatItSays()
    {
        CompanyDossier dossier = await DossierAsync();
        JsonObject registration = Map(dossier);
        JsonNode organization = registration["organization"]!;
        Assert.Equal(("existing_company", "fr"), (Text(registration["legal_flow"]), Text(registration["locale"])));
        Assert.Equal((dossier.Siren, dossier.Profile!.Name), (Text(organization["legal_number"]), Text(organization["legal_name"])));
        Assert.Equal(dossier.Profile.Headquarter!.Address!.City, Text(organization["address"]!["city"]));
        Assert.Equal(dossier.Profile.Headquarter.Address.PostalCode, Text(organization["address"]!["postal_code"]));
        Assert.Equal(dossier.Profile.Activity?.ApeCode, Text(organization["legal_sector"]));
        Assert.Equal(dossier.Profile.VatNumber, Text(organization["legal_vat_number"]));
        Assert.Equal(dossier.Profile.Capital?.Amount?.Value, decimal.Parse(Text(organization["total_capital_amount"]?["value"])!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(JsonNode.DeepEquals(Partner(), registration["partner_user"]));
    }

    [Fact]
    public async Task Map_Dossier_GuessesNothingAboutPeople()
    {
        CompanyDossier dossier = await DossierAsync();
        JsonArray stakeholders = (JsonArray)Map(dossier)["stakeholders"]!;
        Assert.InRange(stakeholders.Count, 1, dossier.BeneficialOwners.Count + dossier.Officers.Count);
        Assert.All(stakeholders, stakeholder =>
        {
            Assert.False(stakeholder!["is_owner"]!.GetValue<bool>());
            Assert.All((string[])["email", "phone_number", "gender", "capital_amount"], field => Assert.Null(stakeholder[field]));
        });
    }

    [Fact]
    public async Task Draft_OfDossier_NamesWhatIsMissing()
    {
        QontoRegistrationDraft draft = new(Map(await DossierAsync()), Rules);
        Assert.Contains(draft.Findings, finding => finding is { Rule: "exactly-one-owner", Pointer: "/stakeholders" });
        Assert.All(Enumerable.Range(0, draft.Stakeholders), index =>
        {
            Assert.Contains(draft.Findings, finding => finding.Rule == "stakeholder-email-required" && finding.Pointer == $"/stakeholders/{index}/email");
            Assert.Contains(draft.Findings, finding => finding.Rule == "capital-required" && finding.Pointer == $"/stakeholders/{index}/capital_amount");
        });
        Assert.DoesNotContain(draft.Findings, finding => finding.Pointer.StartsWith("/partner_user", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Map_CompanyCreation_HasNoVatNumber()
    {
        JsonObject registration = QontoDossierMapper.Map(await DossierAsync(), Partner(), "company_creation", "fr");
        Assert.Null(registration["organization"]!["legal_vat_number"]);
    }

    [Fact]
    public void Map_EmptyDossier_HasItsNumberAlone()
    {
        JsonObject registration = Map(new() { Siren = SandboxWorld.Siren });
        Assert.Equal("""{"legal_number":"123456789"}""", registration["organization"]!.ToJsonString());
        Assert.Null(registration["stakeholders"]);
    }

    private static JsonObject Map(CompanyDossier dossier) => QontoDossierMapper.Map(dossier, Partner(), "existing_company", "fr");

    private static JsonObject Partner() => new() { ["first_name"] = "Test", ["last_name"] = "Partner", ["email"] = "partner@example.test" };

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static async Task<CompanyDossier> DossierAsync()
    {
        using SandboxWorld world = new();
        return await world.CollectAsync();
    }
}
