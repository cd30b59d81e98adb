using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>A session that is closed while something of it still runs. The clock stands still: nothing ends by itself.</summary>
public class ClosedSessionTests
{
    [Fact]
    public Task Read_ClosedDuringTheRequest_EndsAtOnceAndSaysSo() => EndsAtOnceAsync(Replies.Hang(), client => client.Account.GetProfileAsync(default));

    [Fact]
    public Task Read_ClosedInARetryDelay_EndsAtOnceAndSaysSo() => EndsAtOnceAsync(Replies.Status(500), client => client.Account.GetProfileAsync(default));

    [Fact]
    public Task Read_ClosedInARetryAfter_EndsAtOnceAndSaysSo() => EndsAtOnceAsync(Replies.RetryAfter("100"), client => client.Account.GetProfileAsync(default));

    [Fact]
    public Task Wait_ClosedBetweenTwoLooks_EndsAtOnceAndSaysSo()
        => EndsAtOnceAsync(Replies.Json("[]"), client => client.Connections.WaitAsync(("u", "c"), timeout: null, default), "could not wait (");

    [Fact]
    public async Task Read_ClosedBefore_SaysSo()
    {
        using Wire wire = new();
        wire.Client.Dispose();
        AssertClosed(await wire.FailToReadAsync());
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task Create_ClosedDuringTheRequest_EndsAtOnceAndItsOutcomeIsUnknown()
    {
        using Wire wire = new();
        wire.Then(Replies.Hang());
        Task create = wire.Client.Users.CreateAsync(new QardNewLegalUser { Name = "Example", Siren = "123456789" }, [], default);
        await wire.Clock.SettleAsync();
        Assert.Single(wire.Requests);
        wire.Client.Dispose();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => Wire.SoonAsync(create));
        Assert.Equal((ApiErrorKind.SessionClosed, true, true), (exception.Kind, exception.EndsRun, exception.OutcomeUnknown));
        Assert.Contains("the session was closed. Whether it took effect is unknown.", exception.Message);
        Assert.Contains("check whether the change took effect", exception.Remedy);
    }

    [Fact]
    public async Task Collect_ClosedInBetween_EndsTheRunInPlaceOfADossier()
    {
        using SandboxWorld world = new();
        CompanyCollector collector = new(world.Client, new());
        Task<CompanyDossier> collect = collector.CollectAsync(new("123456789", "Example"), null, default);
        await world.Clock.SettleAsync();
        Assert.Equal(1, collector.Waiting);
        world.Client.Dispose();

        AssertClosed(await Assert.ThrowsAsync<ApiException>(() => Wire.SoonAsync(collect)));
    }

    private static async Task EndsAtOnceAsync(ScriptedHandler.Reply reply, Func<QardClient, Task> work, string says = "could not ")
    {
        using Wire wire = new();
        wire.Always(reply);
        Task running = work(wire.Client);
        await wire.Clock.SettleAsync();
        Assert.Single(wire.Requests);
        wire.Client.Dispose();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => Wire.SoonAsync(running));
        AssertClosed(exception);
        Assert.Contains(says, exception.Message);
        Assert.Single(wire.Requests);
    }

    private static void AssertClosed(ApiException exception)
    {
        Assert.Equal(ApiErrorKind.SessionClosed, exception.Kind);
        Assert.True(exception.EndsRun);
        Assert.Contains("the session was closed", exception.Message);
        Assert.Contains("Connect-Qard", exception.Remedy);
    }
}
