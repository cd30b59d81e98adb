using CompanyData.Client.Tests.Support;
using CompanyData.Powens;
using CompanyData.Tests.VirtualTime;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Powens;

/// <summary>Calls that talk to the bank can take minutes; all others keep the session's time.</summary>
public class BankTimeTests
{
    private static readonly TimeSpan FourMinutes = TimeSpan.FromMinutes(4);

    [Theory]
    [InlineData("synchronise")]
    [InlineData("force")]
    [InlineData("answer")]
    [InlineData("resume")]
    public async Task BankCall_TakesFourMinutes_IsWaitedFor(string name)
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(After(wire, FourMinutes, Replies.Json("""{"id":3}""")));
        DateTimeOffset started = wire.Clock.GetUtcNow();

        await wire.RunAsync(PowensCalls.All[name].RunAsync);

        Assert.Equal(FourMinutes, wire.Clock.GetUtcNow() - started);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Connect_TakesFourMinutes_IsWaitedFor()
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json("""{"connections":[]}"""), After(wire, FourMinutes, Replies.Json("""{"id":3}""", 202)));

        Assert.Equal("3", (await wire.ConnectAsync()).Id);
        Assert.Equal(1, wire.Handler.CountOf("POST"));
    }

    [Fact]
    public async Task Connect_NoAnswerEver_EndsAfterMinutesAndLooks()
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json("""{"connections":[]}"""), Replies.Hang(), Replies.Json("""{"connections":[{"id":3}]}"""));

        Assert.Equal("3", (await wire.ConnectAsync()).Id);
        Assert.InRange((wire.Requests[2].At - wire.Requests[1].At).TotalMinutes, 4.5, 10);
    }

    [Theory]
    [InlineData("connection")]
    [InlineData("connections")]
    [InlineData("accounts")]
    [InlineData("change account")]
    public async Task OtherCall_TakesFourMinutes_IsATimeout(string name)
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Always(After(wire, FourMinutes, Replies.Json("""{"id":3,"connections":[],"accounts":[]}""")));
        DateTimeOffset started = wire.Clock.GetUtcNow();

        ApiException exception = await wire.FailAsync(PowensCalls.All[name].RunAsync);

        Assert.Equal(ApiErrorKind.Timeout, exception.Kind);
        Assert.Equal(TimeSpan.FromSeconds(100), wire.Clock.GetUtcNow() - started);
    }

    /// <summary>Who asks for more patience gets it, for these calls too.</summary>
    [Fact]
    public async Task BankCall_SessionHasMorePatience_KeepsThat()
    {
        VirtualTimeProvider clock = new();
        ScriptedHandler handler = new(clock);
        using PowensClient client = new(
            new ServiceOptions { BaseUri = new("https://example.biapi.test/"), AttemptTimeout = TimeSpan.FromMinutes(20), MaxRetries = 0, Time = clock, Handler = handler },
            PowensWire.AllCredentials);
        handler.Then(async (request, token) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(15), clock, token);
            return await Replies.Json("""{"id":3}""")(request, token);
        });

        Assert.Equal("3", (await clock.RunAsync(() => client.Connections.SynchroniseAsync("me", "3", true, CancellationToken.None))).Id);
    }

    private static ScriptedHandler.Reply After(PowensWire wire, TimeSpan delay, ScriptedHandler.Reply reply) => async (request, token) =>
    {
        await Task.Delay(delay, wire.Clock, token);
        return await reply(request, token);
    };
}
