using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Collection;

/// <summary>What a dossier states where something is missing, and what is an error instead.</summary>
public class CollectorFailureTests
{
    private static readonly CompanyRequest Company = new(SandboxWorld.Siren, "Example Company SAS");

    [Fact]
    public async Task Collect_ATypeFails_ItsSyncStandsInTheDossier()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await world.CollectAsync(new("000000001", "Example"));
        Assert.Equal(SyncStatus.FetchError, Assert.Single(dossier.Syncs, sync => sync.DataType == "COMPANY_OFFICER").Status);
    }

    [Fact]
    public async Task Collect_UserHasNoId_IsFailedAndSaysSo()
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""[{"siren":"123456789","name":"Example"}]""")).Always(Replies.Status(404));
        CompanyDossier dossier = await wire.RunAsync(client => new CompanyCollector(client, new()).CollectAsync(Company, null, CancellationToken.None));
        DossierFailure failure = Assert.Single(dossier.Failures);
        Assert.Equal(("User", "QardInvalidResponse"), (failure.Step, failure.Code));
        Assert.Contains("the user of siren 123456789 has no id", failure.Reason);
        Assert.Single(wire.Requests);
    }

    [Theory]
    [InlineData("000000001", "COMPANY_OFFICER")]
    [InlineData("000000002", "COMPANY_OFFICER")]
    [InlineData("000000006", "COMPANY_PROFILE")]
    public async Task Collect_OneTypeFails_IsPartialAndSaysWhatAndWhy(string siren, string type)
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await world.CollectAsync(new(siren, "Example"));

        Assert.Equal(DossierStatus.Partial, dossier.Status);
        DossierFailure failure = Assert.Single(dossier.Failures);
        Assert.Equal(type, failure.Step);
        Assert.NotEmpty(failure.Reason);
        Assert.NotEmpty(failure.Remedy!);
        Assert.NotEmpty(failure.Code!);
        Assert.Equal(DataState.NotCollected, dossier.GetDataState(type));
        Assert.NotEmpty(dossier.BeneficialOwners);
    }

    [Fact]
    public async Task Collect_EveryTypeFails_IsFailed()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await world.CollectAsync(new("000000003", "Example"));
        Assert.Equal(DossierStatus.Failed, dossier.Status);
        Assert.Equal(SandboxWorld.CompanyTypes.Order(), dossier.Failures.Select(failure => failure.Step).Order());
        Assert.Null(dossier.Profile);
    }

    [Fact]
    public async Task Collect_SyncNeverEnds_IsFailedAfterItsTimeoutAndSaysThatItGoesOn()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await world.CollectAsync(new("000000004", "Example"), new() { SyncTimeout = TimeSpan.FromMinutes(10) });
        DossierFailure failure = Assert.Single(dossier.Failures);
        Assert.Equal((DossierStatus.Failed, "Sync"), (dossier.Status, failure.Step));
        Assert.Contains("It continues", failure.Reason);
        Assert.InRange(dossier.Elapsed, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
    }

    [Fact]
    public async Task Collect_UnknownCompanyWithoutAName_IsFailedAndAsksForIt()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await world.CollectAsync(new(SandboxWorld.Siren, Name: null));
        DossierFailure failure = Assert.Single(dossier.Failures);
        Assert.Equal((DossierStatus.Failed, "User"), (dossier.Status, failure.Step));
        Assert.Contains("name", failure.Remedy);
        Assert.Equal(0, world.Trouble.CountOf("POST"));
    }

    [Fact]
    public async Task Collect_ConsentIsMissing_IsFailedWithTheAddress()
    {
        using SandboxWorld world = new();
        await world.SetUpGoCardlessAsync();
        CompanyDossier dossier = await world.CollectAsync(Company, new() { ProviderName = "gocardless", DataTypes = SandboxWorld.CommerceTypes });
        DossierFailure failure = Assert.Single(dossier.Failures);
        Assert.Equal("Connection", failure.Step);
        Assert.Contains("is AUTH_REQUIRED", failure.Reason);
        Assert.Contains("https://", failure.Remedy);
    }

    [Fact]
    public async Task Collect_ProviderIsNotEnabled_IsFailedWithTheCommandThatMendsIt()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await world.CollectAsync(Company, new() { ProviderName = "sandbox_public" });
        Assert.Equal("Run Enable-QardProvider -Name sandbox_public.", Assert.Single(dossier.Failures).Remedy);
    }

    [Fact]
    public async Task Collect_OneReadFails_IsPartialAndTheOthersAreThere()
    {
        using SandboxWorld world = new(maxRetries: 0);
        world.Trouble.Next("GET", "company-officers", TroubleHandler.Answer(500));
        CompanyDossier dossier = await world.CollectAsync();
        Assert.Equal(DossierStatus.Partial, dossier.Status);
        Assert.Equal("COMPANY_OFFICER", Assert.Single(dossier.Failures).Step);
        Assert.NotNull(dossier.Profile);
    }

    [Fact]
    public async Task Collect_TypeFailsOnAnotherConnectionOnly_IsRetrievedAllTheSame()
    {
        using Wire wire = new();
        const string Item = """{"id":"1","data_type":"COMPANY_OFFICER","provider_name":"{0}","status":"{2}","data_connection_id":"{1}","requested_at":"2024-01-15 10:30:00"}""";
        static string From(string provider, string connection, string status)
            => Item.Replace("{0}", provider).Replace("{1}", connection).Replace("{2}", status);
        const string Connections = """
            [{"id":"a","provider_name":"company_legal_fr","status":"CONNECTED","requested_data_types":["COMPANY_OFFICER"]},
             {"id":"b","provider_name":"infogreffe","status":"CONNECTED","requested_data_types":["COMPANY_OFFICER"]}]
            """;
        // By path: connections and earlier synchronisations are asked for at once.
        bool hasStarted = false;
        wire.Always((request, token) =>
        {
            hasStarted |= request.Method == HttpMethod.Post;
            string what = request.RequestUri!.AbsolutePath.Split('/')[^1];
            return Replies.Json(what switch
            {
                "users" => request.RequestUri.Query.Contains("page=1&", StringComparison.Ordinal) ? """[{"id":"u","siren":"123456789","name":"Example"}]""" : "[]",
                "data-connections" => Connections,
                "latest" => hasStarted ? $"[{From("company_legal_fr", "a", "SUCCESS")},{From("infogreffe", "b", "FETCH_ERROR")}]" : "[]",
                "sync" => "{}",
                _ => """[{"id":"o1","last_name":"Person"}]""",
            })(request, token);
        });

        CompanyDossier dossier = await wire.RunAsync(client => new CompanyCollector(
            client, new() { DataTypes = ["COMPANY_OFFICER"] }).CollectAsync(Company, null, CancellationToken.None));
        Assert.Equal(DossierStatus.Partial, dossier.Status);
        Assert.Equal("COMPANY_OFFICER", Assert.Single(dossier.Failures).Step);
        Assert.Equal("o1", Assert.Single(dossier.Officers).Id);
    }

    [Fact]
    public async Task Collect_KeyIsRefused_Throws()
    {
        using SandboxWorld world = new();
        using QardClient stranger = world.ClientOf("another-key");
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => world.Clock.RunAsync(
            () => new CompanyCollector(stranger, new()).CollectAsync(Company, null, CancellationToken.None)));
        Assert.Equal(ApiErrorKind.Unauthorized, exception.Kind);
        Assert.Single(world.Trouble.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    public async Task Collect_NotASiren_IsRefusedBeforeAnyCall(string siren)
    {
        using SandboxWorld world = new();
        await Assert.ThrowsAsync<ArgumentException>(() => world.CollectAsync(new(siren, "Example")));
        Assert.Empty(world.Trouble.Requests);
    }
}
