using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Qard;

/// <summary>Changes that are repeated after a lost answer find their own work done.</summary>
public class RepeatedChangeTests
{
    [Fact]
    public async Task RemoveUser_AnswerLostThen404_IsDone()
    {
        using SandboxWorld world = new();
        string user = await world.UserAsync();
        world.Trouble.Next("DELETE", user, TroubleHandler.LoseAnswer);

        await world.RunAsync(client => client.Users.RemoveAsync(user, CancellationToken.None));
        Assert.Equal(2, world.Trouble.CountOf("DELETE"));
    }

    [Fact]
    public async Task RemoveConnection_GatewayTimesOutThen404_IsDone()
    {
        using SandboxWorld world = new();
        string user = await world.UserAsync();
        QardDataConnection connection = await world.ConnectAsync(user);
        world.Trouble.Next("DELETE", connection.Id!, TroubleHandler.AnswerAfterwards(504));

        await world.RunAsync(client => client.Connections.RemoveAsync(user, connection.Id!, CancellationToken.None));
        Assert.Empty(await world.RunAsync(client => client.Connections.ListAsync(user, CancellationToken.None).ReadAllAsync()));
    }

    [Fact]
    public async Task RemoveUser_Unknown_IsNotFoundWithItsId()
    {
        using SandboxWorld world = new();
        ApiException exception = await world.FailAsync(client => client.Users.RemoveAsync("nobody", CancellationToken.None));
        Assert.Equal(ApiErrorKind.NotFound, exception.Kind);
        Assert.Equal("nobody", exception.Subject);
    }

    /// <summary>No earlier attempt can have removed it, so there never was such a user.</summary>
    [Fact]
    public async Task RemoveUser_ThrottledThenUnknown_IsNotFound()
    {
        using SandboxWorld world = new();
        world.Trouble.Next("DELETE", "nobody", TroubleHandler.Answer(429));
        Assert.Equal(ApiErrorKind.NotFound, (await world.FailAsync(client => client.Users.RemoveAsync("nobody", CancellationToken.None))).Kind);
        Assert.Equal(2, world.Trouble.CountOf("DELETE"));
    }

    [Fact]
    public async Task StartSync_AnswerLostThen409_IsStarted()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        world.Trouble.Next("POST", "sync", TroubleHandler.LoseAnswer);

        QardSync sync = await world.StartAsync(user, SandboxWorld.CompanyTypes);
        Assert.Equal(2, world.Trouble.CountOf("POST", "sync"));
        Assert.Equal(QardSyncResult.Success, (await world.WaitAsync(sync)).Status);
    }

    [Fact]
    public async Task StartSync_AnswerLostThen409WhileOtherTypesRun_IsStarted()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        await world.StartAsync(user, "BENEFICIAL_OWNER");
        await world.Clock.AdvanceAsync(TimeSpan.FromSeconds(10));
        world.Trouble.Next("POST", "sync", TroubleHandler.LoseAnswer);

        QardSync sync = await world.StartAsync(user, "COMPANY_PROFILE");
        Assert.Equal(["COMPANY_PROFILE"], (await world.WaitAsync(sync)).DataTypes);
    }

    [Fact]
    public async Task StartSync_UnderWayAlready_IsAConflictThatSaysWhatToDo()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        await world.StartAsync(user, SandboxWorld.CompanyTypes);

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => world.StartAsync(user, "COMPANY_PROFILE"));
        Assert.Equal(ApiErrorKind.Conflict, exception.Kind);
        Assert.Equal(409, (int?)exception.StatusCode);
        Assert.Equal(user, exception.Subject);
        Assert.Equal(1, exception.Attempts);
        Assert.Contains($"Wait-QardSync -UserId {user}", exception.Remedy);
    }

    /// <summary>A throttled attempt started nothing: what is under way is somebody else's.</summary>
    [Fact]
    public async Task StartSync_ThrottledWhileSomebodyElseStarts_IsAConflict()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync();
        world.Trouble.Next("POST", "sync", async (send, token) =>
        {
            (await send()).Dispose();
            return await TroubleHandler.Answer(429)(send, token);
        });
        Assert.Equal(ApiErrorKind.Conflict, (await Assert.ThrowsAsync<ApiException>(() => world.StartAsync(user, "COMPANY_PROFILE"))).Kind);
    }

    [Fact]
    public async Task ChangeUser_AnswerLost_IsRepeatedAndReadBack()
    {
        using SandboxWorld world = new();
        string user = await world.UserAsync();
        world.Trouble.Next("PATCH", user, TroubleHandler.LoseAnswer);

        QardUser changed = await world.RunAsync(client => client.Users.ChangeAsync(user, new QardUserChange { Group = "new" }, CancellationToken.None));
        Assert.Equal("new", changed.Group);
        Assert.Equal("Example Company SAS", changed.Name);
    }
}
