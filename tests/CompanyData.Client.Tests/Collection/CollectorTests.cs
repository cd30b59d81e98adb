using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Collection;

public class CollectorTests
{
    private static readonly CompanyRequest Company = new(SandboxWorld.Siren, "Example Company SAS");

    [Fact]
    public async Task Collect_NewCompany_IsComplete()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await CollectAsync(world);

        Assert.Equal(DossierStatus.Complete, dossier.Status);
        Assert.Equal((SandboxWorld.Siren, "Example Company SAS"), (dossier.Siren, dossier.Name));
        Assert.Equal(SandboxWorld.Siren, dossier.Profile!.RegistrationNumber);
        Assert.NotEmpty(dossier.Officers);
        Assert.NotEmpty(dossier.BeneficialOwners);
        Assert.NotNull(dossier.LegalForm);
        Assert.NotNull(dossier.City);
        Assert.Empty(dossier.Failures);
        Assert.Empty(dossier.Remarks);
        Assert.Equal(Assert.Single(await UsersAsync(world)).Id, dossier.UserId);
        Assert.All(dossier.Officers, officer => Assert.Equal(dossier.UserId, officer.UserId));
        Assert.InRange(dossier.Elapsed, SandboxWorld.SyncDuration, SandboxWorld.SyncDuration * 2);
    }

    [Fact]
    public async Task Collect_NewCompany_TellsFromWhereAndWhen()
    {
        using SandboxWorld world = new();
        DateTime begin = world.Clock.GetUtcNow().UtcDateTime;
        CompanyDossier dossier = await CollectAsync(world);

        Assert.Equal(begin, dossier.CollectedAt);
        Assert.Equal(SandboxWorld.CompanyTypes.Order(), dossier.Syncs.Select(sync => sync.DataType).Order());
        Assert.All(dossier.Syncs, sync =>
        {
            Assert.Equal((SandboxWorld.Register, SyncStatus.Success), (sync.ProviderName, sync.Status));
            Assert.True(begin <= sync.RequestedAt && sync.RequestedAt < sync.CompletedAt);
        });
    }

    [Fact]
    public async Task Collect_ATypeFails_ItsSyncStandsInTheDossier()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await CollectAsync(world, new("000000001", "Example"));
        Assert.Equal(SyncStatus.FetchError, Assert.Single(dossier.Syncs, sync => sync.DataType == "COMPANY_OFFICER").Status);
    }

    [Fact]
    public async Task Collect_KnownCompany_TakesItsUserAndConnection()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        int posts = world.Trouble.CountOf("POST");

        CompanyDossier dossier = await CollectAsync(world, new(SandboxWorld.Siren, Name: null));
        Assert.Equal(DossierStatus.Complete, dossier.Status);
        Assert.Equal(user, dossier.UserId);
        Assert.Equal("Example Company SAS", dossier.Name);
        Assert.Single(await UsersAsync(world));
        Assert.Equal(1, world.Trouble.CountOf("POST") - posts);
    }

    [Fact]
    public async Task Collect_SeveralUsersShareTheSiren_TakesTheOldestAndSaysSo()
    {
        using SandboxWorld world = new();
        string oldest = await world.UserAsync();
        await world.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        await world.UserAsync();

        CompanyDossier dossier = await CollectAsync(world);
        Assert.Equal(oldest, dossier.UserId);
        Assert.Equal(DossierStatus.Complete, dossier.Status);
        Assert.Contains($"2 users have this siren; the oldest, {oldest}", Assert.Single(dossier.Remarks));
    }

    [Fact]
    public async Task Collect_UserWithoutADateAmongThem_IsNotTakenForTheOldest()
    {
        using Wire wire = new();
        wire.Then(Replies.Json("""
            [{"id":"undated","siren":"123456789"},
             {"id":"younger","siren":"123456789","created_at":"2024-01-02 00:00:00"},
             {"id":"older","siren":"123456789","created_at":"2023-01-01 00:00:00"}]
            """), Replies.Json("[]")).Always(Replies.Status(404));
        CompanyDossier dossier = await wire.RunAsync(client => new CompanyCollector(client, new()).CollectAsync(Company, null, CancellationToken.None));
        Assert.Equal("older", dossier.UserId);
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

    [Fact]
    public async Task Collect_ConnectionLacksTypes_IsExtendedAndKeepsItsOwn()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync(SandboxWorld.Siren, "COURT_DECISION", "COMPANY_PROFILE");

        Assert.Equal(DossierStatus.Complete, (await CollectAsync(world)).Status);
        QardDataConnection connection = Assert.Single(await world.RunAsync(client => client.Connections.ListAsync(user, CancellationToken.None).ReadAllAsync()));
        Assert.Equal(
            ["BENEFICIAL_OWNER", "COMPANY_OFFICER", "COMPANY_PROFILE", "COURT_DECISION"], connection.RequestedDataTypes.Order());
    }

    [Theory]
    [InlineData("COMPANY_PROFILE")]
    [InlineData("COMPANY_PROFILE", "COMPANY_OFFICER", "BENEFICIAL_OWNER")]
    [InlineData]
    public async Task Collect_SyncIsUnderWay_JoinsIt(params string[] running)
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        await world.StartAsync(user, running);
        await world.Clock.AdvanceAsync(TimeSpan.FromSeconds(15));

        CompanyDossier dossier = await CollectAsync(world);
        Assert.Equal(DossierStatus.Complete, dossier.Status);
        Assert.NotEmpty(dossier.BeneficialOwners);
        int syncs = (await world.RunAsync(client => client.Syncs.ListHistoryAsync(user, 100, CancellationToken.None).ReadAllAsync())).Count;
        Assert.Equal(3, syncs);
    }

    [Fact]
    public async Task Collect_SyncUnderWayEndsBeforeItCanBeJoined_StartsItsOwn()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync(SandboxWorld.Siren, [.. SandboxWorld.CompanyTypes, "COURT_DECISION"]);
        // The conflict is true when it is told and over when the collector looks.
        world.Trouble.Next("POST", "sync", TroubleHandler.Answer(409));

        CompanyDossier dossier = await CollectAsync(world);
        Assert.Equal(DossierStatus.Complete, dossier.Status);
        Assert.InRange(dossier.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Assert.NotNull(user);
    }

    /// <summary>Found by simulation (world 39): what is under way may show only minutes later.</summary>
    [Fact]
    public async Task Collect_SyncUnderWayShowsOnlyAfterMinutes_WaitsForIt()
    {
        using SandboxWorld world = new(options => options.SyncDuration = TimeSpan.FromMinutes(40));
        string user = await world.ConnectedUserAsync();
        await world.StartAsync(user, SandboxWorld.CompanyTypes);

        Assert.Equal(DossierStatus.Complete, (await CollectAsync(world)).Status);
        Assert.Equal(3, (await world.RunAsync(client => client.Syncs.ListHistoryAsync(user, 100, CancellationToken.None).ReadAllAsync())).Count);
    }

    [Theory]
    [InlineData("000000001", "COMPANY_OFFICER")]
    [InlineData("000000002", "COMPANY_OFFICER")]
    [InlineData("000000006", "COMPANY_PROFILE")]
    public async Task Collect_OneTypeFails_IsPartialAndSaysWhatAndWhy(string siren, string type)
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await CollectAsync(world, new(siren, "Example"));

        Assert.Equal(DossierStatus.Partial, dossier.Status);
        DossierFailure failure = Assert.Single(dossier.Failures);
        Assert.Equal(type, failure.Step);
        Assert.NotEmpty(failure.Reason);
        Assert.NotEmpty(failure.Remedy!);
        Assert.NotEmpty(dossier.BeneficialOwners);
    }

    [Fact]
    public async Task Collect_EveryTypeFails_IsFailed()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await CollectAsync(world, new("000000003", "Example"));
        Assert.Equal(DossierStatus.Failed, dossier.Status);
        Assert.Equal(SandboxWorld.CompanyTypes.Order(), dossier.Failures.Select(failure => failure.Step).Order());
        Assert.Null(dossier.Profile);
    }

    [Fact]
    public async Task Collect_SyncNeverEnds_IsFailedAfterItsTimeoutAndSaysThatItGoesOn()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await CollectAsync(
            world, new("000000004", "Example"), new() { SyncTimeout = TimeSpan.FromMinutes(10) });
        DossierFailure failure = Assert.Single(dossier.Failures);
        Assert.Equal((DossierStatus.Failed, "Sync"), (dossier.Status, failure.Step));
        Assert.Contains("It continues", failure.Reason);
        Assert.InRange(dossier.Elapsed, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
    }

    [Fact]
    public async Task Collect_UnknownCompanyWithoutAName_IsFailedAndAsksForIt()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await CollectAsync(world, new(SandboxWorld.Siren, Name: null));
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
        CompanyDossier dossier = await CollectAsync(
            world, Company, new() { ProviderName = "gocardless", DataTypes = SandboxWorld.CommerceTypes });
        DossierFailure failure = Assert.Single(dossier.Failures);
        Assert.Equal("Connection", failure.Step);
        Assert.Contains("https://", failure.Remedy);
    }

    [Fact]
    public async Task Collect_ProviderIsNotEnabled_IsFailedWithTheCommandThatMendsIt()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await CollectAsync(world, Company, new() { ProviderName = "sandbox_public" });
        Assert.Equal("Run Enable-QardProvider -Name sandbox_public.", Assert.Single(dossier.Failures).Remedy);
    }

    [Fact]
    public async Task Collect_OneReadFails_IsPartialAndTheOthersAreThere()
    {
        using SandboxWorld world = new(maxRetries: 0);
        world.Trouble.Next("GET", "company-officers", TroubleHandler.Answer(500));
        CompanyDossier dossier = await CollectAsync(world);
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
        await Assert.ThrowsAsync<ArgumentException>(() => CollectAsync(world, new(siren, "Example")));
        Assert.Empty(world.Trouble.Requests);
    }

    private static Task<CompanyDossier> CollectAsync(SandboxWorld world, CompanyRequest? company = null, CollectionOptions? options = null)
        => world.RunAsync(client => new CompanyCollector(client, options ?? new()).CollectAsync(company ?? Company, null, CancellationToken.None));

    private static Task<List<QardUser>> UsersAsync(SandboxWorld world)
        => world.RunAsync(client => client.Users.ListBySirenAsync(SandboxWorld.Siren, CancellationToken.None).ReadAllAsync());
}
