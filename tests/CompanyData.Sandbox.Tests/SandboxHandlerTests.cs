using System.Net;
using CompanyData.Sandbox.Tests.Support;

namespace CompanyData.Sandbox.Tests;

public sealed class SandboxHandlerTests
{
    [Fact]
    public async Task Latency_OverTheClock_HoldsTheAnswerBack()
    {
        using var world = new World(options => options.Latency = TimeSpan.FromSeconds(5));
        var answer = world.GetAsync("profile");

        await world.Clock.AdvanceAsync(TimeSpan.FromSeconds(4));
        Assert.False(answer.IsCompleted);
        await world.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await answer).Status);
    }

    [Fact]
    public async Task Latency_WhenCancelled_EndsAtOnceAndNothingTakesEffect()
    {
        using var world = new World(options => options.Latency = TimeSpan.FromSeconds(5));
        using var cancellation = new CancellationTokenSource();
        var answer = world.Client.PostAsync("users/legal", new StringContent("""{"name":"A","siren":"123456789"}"""), cancellation.Token);

        await world.Clock.SettleAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        world.Options.Latency = TimeSpan.Zero;
        Assert.Equal(0, (await world.GetAsync("users")).Json.GetProperty("total").GetInt32());
        await world.Clock.SettleAsync();
        Assert.Equal(0, world.Clock.TimerCount);
    }

    [Fact]
    public async Task Requests_AfterSomeCalls_TellMethodPathAndStatus()
    {
        using var world = new World();
        await world.GetAsync("users?page=1");
        await world.SendAsync("POST", "users/legal", "{}");

        Assert.Equal(2, world.Handler.RequestCount);
        Assert.Equal(
            [new SandboxRequest("GET", "/qard/api/v6/users?page=1", 200), new SandboxRequest("POST", "/qard/api/v6/users/legal", 422)],
            world.Handler.Requests);
    }

    [Fact]
    public async Task Requests_AfterVeryManyCalls_AreBounded()
    {
        using var world = new World();
        for (var i = 0; i < 10_010; i++)
        {
            await world.GetAsync("profile");
        }

        Assert.Equal(10_010, world.Handler.RequestCount);
        Assert.Equal(10_000, world.Handler.Requests.Count);
    }

    [Fact]
    public async Task Handler_UnderHundredsOfConcurrentUsers_KeepsThemApart()
    {
        using var world = new World(options => options.SyncDuration = TimeSpan.Zero);
        var profiles = await Task.WhenAll(Enumerable.Range(0, 300).Select(number => Task.Run(async () =>
        {
            var siren = $"{200000000 + number}";
            var user = await world.CreateConnectedUserAsync(siren);
            await world.SyncAsync(user);
            return (siren, (await world.GetAsync($"users/{user}/company-profile")).Text("registration_number"));
        })));

        Assert.All(profiles, pair => Assert.Equal(pair.Item1, pair.Item2));
        Assert.Equal(300, (await world.GetAsync("users")).Json.GetProperty("total").GetInt32());
        Assert.Equal(1201, world.Handler.RequestCount);
    }

    [Fact]
    public async Task Connections_CreatedConcurrentlyForOneUser_AreOne()
    {
        using var world = new World();
        var user = await world.CreateUserAsync();
        var statuses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => (await world.SendAsync(
            "POST", $"users/{user}/data-connections", """{"provider_name":"company_legal_fr"}""")).Status)));

        Assert.Single(statuses, HttpStatusCode.Created);
        Assert.Equal(49, statuses.Count(status => status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Answers_ToTheSameCalls_AreTheSameInAnotherSandbox()
    {
        using var first = new World();
        using var second = new World();
        Assert.Equal(await RunAsync(first), await RunAsync(second));

        static async Task<string> RunAsync(World world)
        {
            var user = await world.CreateCommerceUserAsync();
            return (await world.GetAsync("users")).Body
                + (await world.GetAsync($"users/{user}/sync/latest")).Body
                + (await world.GetAsync($"users/{user}/commerce-transactions")).Body;
        }
    }

    [Theory]
    [InlineData(-0.1, 0)]
    [InlineData(1.1, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 1_000_001)]
    public void Options_OutOfRange_AreRefused(double faultRate, int transactionCount) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new SandboxOptions { FaultRate = faultRate, TransactionCount = transactionCount });
}
