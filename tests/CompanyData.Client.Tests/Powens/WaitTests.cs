using CompanyData.Client.Tests.Support;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Powens;

/// <summary>A wait ends when the connection is usable, when a person has to act, or when time is up.</summary>
public class WaitTests
{
    [Fact]
    public async Task Wait_Validating_GoesOnUntilItIsFine()
    {
        using PowensWire wire = new();
        wire.Then(State("validating"), State("validating"), State(null));

        Assert.True((await WaitAsync(wire)).IsUsable);
        Assert.Equal(3, wire.Requests.Count);
        Assert.InRange((wire.Requests[1].At - wire.Requests[0].At).TotalSeconds, 0.1, 1);
    }

    [Theory]
    [InlineData("SCARequired")]
    [InlineData("webauthRequired")]
    [InlineData("additionalInformationNeeded")]
    [InlineData("decoupled")]
    [InlineData("actionNeeded")]
    [InlineData("passwordExpired")]
    [InlineData("wrongpass")]
    [InlineData("bug")]
    [InlineData("quarantined")]
    public async Task Wait_APersonHasToAct_EndsAtOnce(string state)
    {
        using PowensWire wire = new();
        wire.Then(State("validating"), State(state));

        PowensConnection connection = await WaitAsync(wire);
        Assert.Equal(state, connection.State);
        Assert.NotNull(connection.Remedy);
        Assert.Equal(2, wire.Requests.Count);
    }

    [Theory]
    [InlineData("validating")]
    [InlineData("websiteUnavailable")]
    [InlineData("rateLimiting")]
    public async Task Wait_TimeIsUp_SaysWhatItWaitsFor(string state)
    {
        using PowensWire wire = new();
        wire.Always(State(state));
        DateTimeOffset started = wire.Clock.GetUtcNow();

        ApiException exception = await wire.FailAsync(client => client.Connections.WaitAsync("me", "3", TimeSpan.FromMinutes(10), CancellationToken.None));

        Assert.Equal(ApiErrorKind.WaitTimeout, exception.Kind);
        Assert.Equal("3", exception.Subject);
        Assert.Contains("00:10:00", exception.Message);
        Assert.NotNull(exception.Remedy);
        Assert.Equal(TimeSpan.FromMinutes(10), wire.Clock.GetUtcNow() - started);
        Assert.InRange(wire.Requests.Count, 15, 60);
    }

    [Fact]
    public async Task Wait_OneBadMoment_IsNoEnd()
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(State("validating"), Replies.Status(503), Replies.Reset(), State(null));
        Assert.True((await WaitAsync(wire)).IsUsable);
    }

    [Fact]
    public async Task Wait_Unknown_IsNotFoundAtOnce()
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json("""{"code":"notFound"}""", 404));
        Assert.Equal(ApiErrorKind.NotFound, (await wire.FailAsync(client => client.Connections.WaitAsync("me", "3", null, CancellationToken.None))).Kind);
    }

    private static Task<PowensConnection> WaitAsync(PowensWire wire)
        => wire.RunAsync(client => client.Connections.WaitAsync("me", "3", TimeSpan.FromHours(1), CancellationToken.None));

    /// <summary>In the background a connection has no state yet, and no data either.</summary>
    [Fact]
    public async Task Wait_NeverSynchronised_GoesOnUntilItIs()
    {
        using PowensWire wire = new();
        wire.Then(Replies.Json("""{"id":3,"state":null,"last_update":null}"""), Replies.Json("""{"id":3,"state":null}"""), State(null));

        Assert.NotNull((await WaitAsync(wire)).LastUpdate);
        Assert.Equal(3, wire.Requests.Count);
    }

    private static ScriptedHandler.Reply State(string? state) => Replies.Json($$"""{"id":3,"last_update":"2026-01-31 10:30:00","state":{{(state is null ? "null" : $"\"{state}\"")}}}""");
}
