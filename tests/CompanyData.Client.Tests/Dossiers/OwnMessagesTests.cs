using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Qard;
using CompanyData.Transport;
using Fixtures = CompanyData.Client.Tests.Reports.Dossiers;

namespace CompanyData.Client.Tests.Dossiers;

/// <summary>What a collection writes into a dossier in English is French for a French reader.</summary>
public sealed class OwnMessagesTests
{
    private static readonly ReviewOptions French = new() { Language = "fr", Time = Fixtures.Review.Time };

    [Theory]
    [InlineData("000000001", "Dirigeants : company_legal_fr n'a pas pu être lu")]
    [InlineData("000000002", "Dirigeants : company_legal_fr demande de nouveau le consentement de l'utilisateur final")]
    [InlineData("000000003", "Dirigeants : erreur interne du service")]
    [InlineData("000000004", "Synchronisation : Qard : la synchronisation de l'utilisateur")]
    [InlineData("000000006", "Profil de la société : le service n'a pas de profil de la société")]
    public async Task Find_FailuresOfTheSandbox_AreFrench(string siren, string message)
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await world.CollectAsync(new(siren, "Example"), new() { SyncTimeout = TimeSpan.FromMinutes(10) });
        Assert.Contains(Translated(dossier), finding => finding.Message.StartsWith($"Non collecté : {message}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(500, "Qard : impossible de lire « Dirigeants » (")]
    [InlineData(429, "429, trop de requêtes")]
    [InlineData(404, null)]
    public async Task Find_FailedReads_AreFrench(int status, string? message)
    {
        using SandboxWorld world = new(maxRetries: 0);
        world.Trouble.Next("GET", "company-officers", TroubleHandler.Answer(status));
        CompanyDossier dossier = await world.CollectAsync(new(SandboxWorld.Siren, "Example"), new());
        Assert.Equal(message is not null, Translated(dossier).Exists(finding => message is not null && finding.Message.Contains(message, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("sandbox_public")]
    [InlineData("gocardless")]
    [InlineData("nobody")]
    public async Task Find_FailedConnections_AreFrench(string provider)
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await world.CollectAsync(new(SandboxWorld.Siren, "Example"), new() { ProviderName = provider });
        Assert.Contains("fournisseur", Assert.Single(Translated(dossier)).Message);
    }

    [Fact]
    public async Task Find_TwoUsers_IsFrench()
    {
        using SandboxWorld world = new();
        await world.UserAsync();
        await world.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        await world.UserAsync();
        CompanyDossier dossier = await world.CollectAsync(new(SandboxWorld.Siren, "Example"), new());
        Assert.StartsWith("2 utilisateurs ont ce SIREN ; le plus ancien", Assert.Single(Translated(dossier), finding => finding.Code == "Remark").Message);
    }

    [Fact]
    public async Task Find_UnknownCompanyWithoutName_IsFrench()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await world.CollectAsync(new(SandboxWorld.Siren, Name: null), new());
        Assert.Contains("il faut un nom pour le créer", Assert.Single(Translated(dossier)).Message);
    }

    /// <summary>What the service said stays as it came, and is known to be in another language.</summary>
    [Fact]
    public void Find_TextOfTheService_StaysAndIsKnown()
    {
        CompanyDossier dossier = Fixtures.From("Exemple");
        dossier.Fail("User", "Qard: could not create the user (Exemple): 500 InternalServerError: The database is asleep (DB_1) [request id r-1, after 5 attempts]", "Wake it.", "QardServerError");
        dossier.Remarks.Add("A remark of a later version.");
        IReadOnlyList<DossierFinding> findings = DossierFindings.Find(dossier, French);
        DossierFinding failure = Assert.Single(findings, finding => finding.Code == "DataMissing");
        Assert.Equal("Non collecté : Utilisateur : Qard : impossible de créer l'utilisateur (Exemple) : 500 InternalServerError : The database is asleep (DB_1) [requête r-1, après 5 tentatives]", failure.Message);
        Assert.Equal(["The database is asleep (DB_1)", "Wake it."], failure.English);
        Assert.Equal(["A remark of a later version."], Assert.Single(findings, finding => finding.Code == "Remark").English);
        Assert.All(DossierFindings.Find(dossier, Fixtures.Review), finding => Assert.Empty(finding.English));
    }

    /// <summary>The findings in French; none of them is English in part.</summary>
    private static List<DossierFinding> Translated(CompanyDossier dossier)
    {
        List<DossierFinding> findings = [.. DossierFindings.Find(dossier, French).Where(finding => finding.Code is "DataMissing" or "Remark")];
        Assert.DoesNotContain(findings, finding => finding.English.Count > 0);
        return findings;
    }
}
