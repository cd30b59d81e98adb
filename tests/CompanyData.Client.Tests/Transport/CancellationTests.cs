using CompanyData.Client.Tests.Support;
using CompanyData.Qard;

namespace CompanyData.Client.Tests.Transport;

/// <summary>The clock stands still in all of these: what ends, ends because it was told to.</summary>
public class CancellationTests
{
    [Fact]
    public async Task Read_CancelledBeforeItBegins_SendsNothing()
    {
        using Wire wire = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.Client.Account.GetProfileAsync(new(canceled: true)));
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public Task Read_CancelledDuringTheRequest_EndsAtOnce() => EndsAtOnceAsync(Replies.Hang(), requests: 1);

    [Fact]
    public Task Read_CancelledInARetryDelay_EndsAtOnce() => EndsAtOnceAsync(Replies.Status(500), requests: 1);

    [Fact]
    public Task Read_CancelledInARetryAfter_EndsAtOnce() => EndsAtOnceAsync(Replies.RetryAfter("100"), requests: 1);

    [Fact]
    public Task Create_CancelledDuringTheRequest_EndsAtOnceAndIsNotExplained() => EndsAtOnceAsync(
        Replies.Hang(),
        requests: 1,
        (client, token) => client.Users.CreateAsync(new QardNewNaturalUser { FirstName = "Test", LastName = "Person" }, token));

    [Fact]
    public async Task Read_CancelledInAGateWait_EndsAtOnce()
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.RetryAfter("60"));
        await wire.FailToReadAsync();

        using CancellationTokenSource stop = new();
        Task read = wire.Client.Account.GetProfileAsync(stop.Token);
        await wire.Clock.SettleAsync();
        Assert.False(read.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Wire.SoonAsync(read));
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task WaitForSync_CancelledBetweenTwoLooks_EndsAtOnce()
    {
        using Wire wire = new();
        wire.Always(Replies.Json("[]"));
        using CancellationTokenSource stop = new();
        Task wait = wire.Client.Syncs.WaitAsync(QardSyncs.Current("u", ["COMPANY_PROFILE"]), null, null, stop.Token);
        await wire.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(20));
        Assert.Equal(2, wire.Requests.Count);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Wire.SoonAsync(wait));
        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public async Task Create_CancelledWhileLookingForWhatALostAnswerMade_EndsAtOnce()
    {
        using Wire wire = new();
        wire.Then(Replies.Json("[]"), Replies.Reset());
        using CancellationTokenSource stop = new();
        Task create = wire.Client.Users.CreateAsync(new QardNewLegalUser { Name = "Example", Siren = "123456789" }, null, stop.Token);
        await wire.Clock.SettleAsync();
        Assert.Equal(2, wire.Requests.Count);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Wire.SoonAsync(create));
        Assert.Equal(2, wire.Requests.Count);
    }

    private static async Task EndsAtOnceAsync(
        ScriptedHandler.Reply reply, int requests, Func<QardClient, CancellationToken, Task>? work = null)
    {
        using Wire wire = new();
        wire.Always(reply);
        using CancellationTokenSource stop = new();
        Task task = work?.Invoke(wire.Client, stop.Token) ?? wire.Client.Account.GetProfileAsync(stop.Token);
        await wire.Clock.SettleAsync();
        Assert.Equal(requests, wire.Requests.Count);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Wire.SoonAsync(task));
        Assert.Equal(requests, wire.Requests.Count);
    }
}
