using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qard;

/// <summary>The traps of the seed's loop (qard.md, synchronisation), on the sandbox under a manual clock.</summary>
public class SyncWaitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task Wait_AllSucceed_EndsWithEveryType()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user, SandboxWorld.CompanyTypes));

        Assert.Equal(QardSyncResult.Success, result.Status);
        Assert.Equal(user, result.UserId);
        Assert.Equal(SandboxWorld.CompanyTypes.Order(), result.DataTypes.Order());
        Assert.Empty(result.Failures);
        Assert.InRange(result.Waited, SandboxWorld.SyncDuration, SandboxWorld.SyncDuration + Patience);
        Assert.All(result.Items, item => Assert.Equal(user, item.UserId));
    }

    [Fact]
    public async Task Wait_OneTypeFails_EndsAndTheOthersComeOut()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync("000000001");
        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user, SandboxWorld.CompanyTypes));

        Assert.Equal(QardSyncResult.Partial, result.Status);
        Assert.Equal(["BENEFICIAL_OWNER", "COMPANY_PROFILE"], result.DataTypes.Order());
        QardSyncFailure failure = Assert.Single(result.Failures);
        Assert.Equal("COMPANY_OFFICER", failure.DataType);
        Assert.Equal(SyncStatus.FetchError, failure.Status);
        Assert.Equal(SandboxWorld.Register, failure.ProviderName);
        Assert.Contains($"Start-QardSync -UserId {user} -DataType COMPANY_OFFICER", failure.Remedy);
    }

    [Fact]
    public async Task Wait_EverythingFails_EndsAsFailed()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync("000000003");
        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user, SandboxWorld.CompanyTypes));

        Assert.Equal(QardSyncResult.Failed, result.Status);
        Assert.Empty(result.DataTypes);
        Assert.All(result.Failures, failure => Assert.Equal(SyncStatus.InternalError, failure.Status));
        Assert.Equal(3, result.Failures.Count);
    }

    [Fact]
    public async Task Wait_ListIsEmptyAtFirst_IsNoEnd()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync("000000005");
        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user, SandboxWorld.CompanyTypes));

        Assert.Equal(QardSyncResult.Success, result.Status);
        Assert.Equal(3, result.DataTypes.Count);
        Assert.InRange(result.Waited, SandboxWorld.SyncDuration, SandboxWorld.SyncDuration + Patience);
    }

    [Theory]
    [InlineData(SandboxWorld.Siren)]
    [InlineData("000000005")]
    public async Task Wait_SuccessOfAnOlderSync_DoesNotCount(string siren)
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync(siren);
        await world.WaitAsync(await world.StartAsync(user, SandboxWorld.CompanyTypes));
        DateTimeOffset again = world.Clock.GetUtcNow();

        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user, SandboxWorld.CompanyTypes));
        Assert.Equal(QardSyncResult.Success, result.Status);
        Assert.InRange(world.Clock.GetUtcNow() - again, SandboxWorld.SyncDuration, SandboxWorld.SyncDuration + Patience);
        Assert.All(result.Items, item => Assert.True(item.RequestedAt >= again.UtcDateTime.AddSeconds(-1)));
    }

    [Fact]
    public async Task Wait_NeverEnds_TimesOutAndSaysThatItGoesOn()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync("000000004");
        QardSync sync = await world.StartAsync(user, SandboxWorld.CompanyTypes);
        DateTimeOffset started = world.Clock.GetUtcNow();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => world.WaitAsync(sync, TimeSpan.FromMinutes(5)));
        Assert.Equal(ApiErrorKind.WaitTimeout, exception.Kind);
        Assert.Equal(TimeSpan.FromMinutes(5), world.Clock.GetUtcNow() - started);
        Assert.Equal(user, exception.Subject);
        Assert.Contains("It continues", exception.Message);
        Assert.Contains("COMPANY_OFFICER FETCHING", exception.Message);
        Assert.Contains($"Wait-QardSync -UserId {user}", exception.Remedy);
        Assert.All(await LatestAsync(world, user), item => Assert.Equal(SyncStatus.Fetching, item.Status));
    }

    [Fact]
    public async Task Wait_TimedOut_CanBeWaitedForAgain()
    {
        using SandboxWorld world = new();
        QardSync sync = await world.StartAsync(await world.ConnectedUserAsync(), SandboxWorld.CompanyTypes);
        await Assert.ThrowsAsync<ApiException>(() => world.WaitAsync(sync, TimeSpan.FromSeconds(5)));
        Assert.Equal(QardSyncResult.Success, (await world.WaitAsync(sync)).Status);
    }

    [Fact]
    public async Task Wait_UnrelatedTypesInFlight_DoNotHoldItUp()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        QardSync sync = await world.StartAsync(user, "COMPANY_PROFILE");
        await world.Clock.AdvanceAsync(TimeSpan.FromSeconds(50));
        await world.StartAsync(user, "COMPANY_OFFICER");

        QardSyncResult result = await world.WaitAsync(sync);
        Assert.Equal(["COMPANY_PROFILE"], result.DataTypes);
        Assert.Contains(await LatestAsync(world, user), item => item.DataType == "COMPANY_OFFICER" && !SyncStatus.IsFinal(item));
    }

    [Fact]
    public async Task Wait_UnknownStatusOnTheWay_IsWaitedThrough()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync("000000007");
        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user, SandboxWorld.CompanyTypes));
        Assert.Equal(QardSyncResult.Success, result.Status);
        Assert.InRange(result.Waited, SandboxWorld.SyncDuration, SandboxWorld.SyncDuration + Patience);
    }

    [Fact]
    public async Task Wait_NoConnectionCollectsTheType_SaysSoSoon()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user, "COMPANY_PROFILE", "BANK_ACCOUNT"));

        Assert.Equal(QardSyncResult.Partial, result.Status);
        Assert.Equal(["COMPANY_PROFILE"], result.DataTypes);
        QardSyncFailure failure = Assert.Single(result.Failures);
        Assert.Equal(("BANK_ACCOUNT", QardSyncFailure.NotStarted), (failure.DataType, failure.Status));
        Assert.Contains("no data connection", failure.Reason);
        Assert.Contains("New-QardDataConnection", failure.Remedy);
    }

    [Theory]
    [InlineData("COMPANY_PROFILE")]
    [InlineData(null)]
    public async Task Wait_UserHasNoConnection_Ends(string? type)
    {
        using SandboxWorld world = new();
        string user = await world.UserAsync();
        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user, type is null ? [] : [type]));
        Assert.Equal(QardSyncResult.Failed, result.Status);
        Assert.Single(result.Failures);
        Assert.InRange(result.Waited, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Wait_ConsentIsMissing_SaysWhereToGiveIt()
    {
        using SandboxWorld world = new();
        await world.SetUpGoCardlessAsync();
        string user = await world.UserAsync();
        QardDataConnection connection = await world.ConnectAsync(user, "gocardless", SandboxWorld.CommerceTypes);
        Assert.Equal(ConnectionStatus.AuthRequired, connection.Status);

        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user, "COMMERCE_TRANSACTION"));
        QardSyncFailure failure = Assert.Single(result.Failures);
        Assert.Equal(QardSyncResult.Failed, result.Status);
        Assert.Equal(connection.RedirectUrl, failure.RedirectUrl);
        Assert.Contains(connection.RedirectUrl!, failure.Remedy);
        Assert.Contains(ConnectionStatus.AuthRequired, failure.Reason);
    }

    [Fact]
    public async Task Wait_AuthError_GivesTheAddressAndSucceedsOnceTheUserHasConsented()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync("000000002");
        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user, SandboxWorld.CompanyTypes));

        QardSyncFailure failure = Assert.Single(result.Failures);
        Assert.Equal(("COMPANY_OFFICER", SyncStatus.AuthError), (failure.DataType, failure.Status));
        Assert.NotNull(failure.RedirectUrl);
        Assert.Contains(failure.RedirectUrl, failure.Remedy);

        await world.ConsentAsync(failure.RedirectUrl);
        await world.Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(QardSyncResult.Success, (await world.WaitAsync(await world.StartAsync(user, SandboxWorld.CompanyTypes))).Status);
    }

    [Fact]
    public async Task Wait_EverythingAskedFor_TakesTheTypesOfTheConnections()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user));
        Assert.Equal(SandboxWorld.CompanyTypes.Order(), result.DataTypes.Order());
    }

    [Fact]
    public async Task Wait_DependentTypesCome_TheyNeitherHinderNorFail()
    {
        using SandboxWorld world = new();
        string user = await world.CommerceUserAsync();
        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user, "COMMERCE_TRANSACTION_INSIGHT"));
        Assert.Equal(QardSyncResult.Success, result.Status);
        Assert.Contains("COMMERCE_TRANSACTION_INSIGHT", result.DataTypes);
    }

    [Fact]
    public async Task Wait_TwoConnectionsCollectTheSameType_WaitsForBoth()
    {
        using SandboxWorld world = new();
        await world.RunAsync(client => client.Account.EnableProviderAsync("sandbox_public", true, CancellationToken.None));
        await world.RunAsync(client => client.Account.SetProviderSettingsAsync(
            "sandbox_public", new Dictionary<string, object?> { ["auto_connect"] = true }, CancellationToken.None));
        string user = await world.ConnectedUserAsync();
        await world.ConnectAsync(user, "sandbox_public");

        QardSyncResult result = await world.WaitAsync(await world.StartAsync(user, "COMPANY_PROFILE"));
        Assert.Equal(["company_legal_fr", "sandbox_public"], result.Items.Select(item => item.ProviderName).Order());
        Assert.All(result.Items, item => Assert.Equal(SyncStatus.Success, item.Status));
    }

    [Fact]
    public async Task Wait_ForWhatIsThereNow_EndsWithIt()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        await world.StartAsync(user, "COMPANY_PROFILE");

        // COMPANY_OFFICER was never asked for, so nothing of it will ever appear.
        QardSyncResult result = await world.WaitAsync(QardSyncs.Current(user, []), TimeSpan.FromMinutes(10));
        Assert.Equal(["COMPANY_PROFILE"], result.DataTypes);
        Assert.Equal(QardSyncResult.Success, result.Status);
    }

    [Fact]
    public async Task Wait_WithProgress_TellsHowFarItIs()
    {
        using SandboxWorld world = new();
        Progress progress = new();
        string user = await world.ConnectedUserAsync();
        await world.WaitAsync(await world.StartAsync(user, SandboxWorld.CompanyTypes), progress: progress);

        Assert.Equal(new(user, 0, 3), progress.Reports[0]);
        Assert.Equal(new(user, 3, 3), progress.Reports[^1]);
        Assert.Equal(progress.Reports.Select(report => report.Done).Order(), progress.Reports.Select(report => report.Done));
    }

    [Fact]
    public async Task Wait_ForHours_LooksEverMoreCalmly()
    {
        using SandboxWorld world = new(options => options.SyncDuration = TimeSpan.FromHours(6));
        string user = await world.ConnectedUserAsync();
        QardSync sync = await world.StartAsync(user, SandboxWorld.CompanyTypes);
        await world.WaitAsync(sync, TimeSpan.FromDays(1));
        Assert.InRange(world.Trouble.CountOf("GET", "sync/latest"), 600, 1000);
    }

    private static Task<List<QardSyncItem>> LatestAsync(SandboxWorld world, string user)
        => world.RunAsync(client => client.Syncs.ListLatestAsync(user, CancellationToken.None).ReadAllAsync());

    private sealed class Progress : IProgress<QardSyncProgress>
    {
        public List<QardSyncProgress> Reports { get; } = [];

        public void Report(QardSyncProgress value) => Reports.Add(value);
    }
}
