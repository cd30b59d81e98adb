using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Collection;

/// <summary>How a company is collected: with its user, connection and synchronisation, which are found or created.</summary>
public class CollectorTests
{
    private static readonly CompanyRequest Company = new(SandboxWorld.Siren, "Example Company SAS");

    [Fact]
    public async Task Collect_NewCompany_IsComplete()
    {
        using SandboxWorld world = new();
        CompanyDossier dossier = await world.CollectAsync();

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
        CompanyDossier dossier = await world.CollectAsync();

        Assert.Equal(begin, dossier.CollectedAt);
        Assert.Equal(SandboxWorld.CompanyTypes.Order(), dossier.Syncs.Select(sync => sync.DataType).Order());
        Assert.All(dossier.Syncs, sync =>
        {
            Assert.Equal((SandboxWorld.Register, SyncStatus.Success), (sync.ProviderName, sync.Status));
            Assert.True(begin <= sync.RequestedAt && sync.RequestedAt < sync.CompletedAt);
        });
    }

    [Fact]
    public async Task Collect_KnownCompany_TakesItsUserAndConnection()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        int posts = world.Trouble.CountOf("POST");

        CompanyDossier dossier = await world.CollectAsync(new(SandboxWorld.Siren, Name: null));
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

        CompanyDossier dossier = await world.CollectAsync();
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
    public async Task Collect_NameIsGiven_KeepsItWhateverTheServiceCallsTheCompany()
    {
        using SandboxWorld world = new();
        await world.ConnectedUserAsync();
        Assert.Equal("Given", (await world.CollectAsync(new(SandboxWorld.Siren, "Given"))).Name);
    }

    [Fact]
    public async Task Collect_MoreTypesThanAreReadAtOnce_ReadsThemAll()
    {
        using SandboxWorld world = new();
        string[] types = [.. SandboxWorld.CompanyTypes, "COURT_DECISION", "ACT", "FINANCIAL_STATEMENT"];
        CompanyDossier dossier = await world.CollectAsync(options: new() { DataTypes = types });
        Assert.Equal(types, dossier.CollectedTypes);
    }

    /// <summary>The first to use is the one that is connected, then the one that soon will be.</summary>
    [Theory]
    [InlineData("AUTH_REQUIRED CONNECTING CONNECTED", "sync")]
    [InlineData("CONNECTED CONNECTING AUTH_REQUIRED", "sync")]
    [InlineData("AUTH_REQUIRED CONNECTING", "CONNECTING")]
    [InlineData("CONNECTING AUTH_REQUIRED", "CONNECTING")]
    public async Task Collect_SeveralConnections_TakesTheMostUsable(string statuses, string next)
    {
        using Wire wire = new();
        string[] connections = [.. statuses.Split(' ').Select(status => $$"""{"id":"{{status}}","provider_name":"company_legal_fr","status":"{{status}}","requested_data_types":["ACT"]}""")];
        wire.Always((request, token) =>
        {
            string what = request.RequestUri!.AbsolutePath.Split('/')[^1];
            return Replies.Json(what switch
            {
                "users" => request.RequestUri.Query.Contains("page=1&", StringComparison.Ordinal) ? """[{"id":"u","siren":"123456789","name":"Example"}]""" : "[]",
                "data-connections" => $"[{string.Join(",", connections)}]",
                "CONNECTING" => """{"id":"CONNECTING","provider_name":"company_legal_fr","status":"REVOKED"}""",
                "sync" => "{}",
                _ => "[]",
            })(request, token);
        });
        await wire.RunAsync(client => new CompanyCollector(client, new() { DataTypes = ["ACT"], SyncTimeout = TimeSpan.FromMinutes(1) }).CollectAsync(Company, null, CancellationToken.None));
        Assert.Equal(next, wire.Requests.Select(request => request.Path.Split('/')[^1]).FirstOrDefault(what => what is "sync" or "CONNECTING"));
    }

    /// <summary>A collection takes long: it waits for a service that is down, from its first request on.</summary>
    [Fact]
    public async Task Collect_ServiceIsDown_WaitsForIt()
    {
        using SandboxWorld world = new();
        world.Trouble.Next("GET", "", [.. Enumerable.Repeat(TroubleHandler.Answer(503), 30)]);
        Assert.Equal(DossierStatus.Complete, (await world.CollectAsync()).Status);
    }

    [Fact]
    public async Task Collect_ConnectionLacksTypes_IsExtendedAndKeepsItsOwn()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync(SandboxWorld.Siren, "COURT_DECISION", "COMPANY_PROFILE");

        Assert.Equal(DossierStatus.Complete, (await world.CollectAsync()).Status);
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

        CompanyDossier dossier = await world.CollectAsync();
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

        CompanyDossier dossier = await world.CollectAsync();
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

        Assert.Equal(DossierStatus.Complete, (await world.CollectAsync()).Status);
        Assert.Equal(3, (await world.RunAsync(client => client.Syncs.ListHistoryAsync(user, 100, CancellationToken.None).ReadAllAsync())).Count);
    }

    private static Task<List<QardUser>> UsersAsync(SandboxWorld world)
        => world.RunAsync(client => client.Users.ListBySirenAsync(SandboxWorld.Siren, CancellationToken.None).ReadAllAsync());
}
