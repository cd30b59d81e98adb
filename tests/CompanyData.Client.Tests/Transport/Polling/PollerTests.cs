using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Tests.VirtualTime;
using CompanyData.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Transport;

/// <summary>Who waits, alone or with others, and how a wait ends.</summary>
public class PollerTests
{
    [Fact]
    public async Task Wait_ForTheSame_ShareTheirLooks()
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock);
        List<DateTimeOffset> looks = [];
        DateTimeOffset started = clock.GetUtcNow();
        string?[] ends = await clock.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => poller.WaitAsync(
            "same", null, Seen.Recorded(clock, looks), at => at - started >= TimeSpan.FromMinutes(5) ? "done" : null, CancellationToken.None))));
        Assert.All(ends, end => Assert.Equal("done", end));
        Assert.InRange(looks.Count, 10, 50);
    }

    /// <summary>What was seen before a wait began tells it nothing: a synchronisation may have been started since.</summary>
    [Fact]
    public async Task Wait_BegunLater_NeverTakesAnOlderLook()
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock);
        List<DateTimeOffset> looks = [];
        await clock.RunAsync(async () =>
        {
            Task first = poller.WaitAsync("same", TimeSpan.FromSeconds(100), Seen.Recorded(clock, looks), _ => (string?)null, CancellationToken.None);
            await clock.Pause(TimeSpan.FromSeconds(60), CancellationToken.None).ConfigureAwait(false);
            DateTimeOffset began = clock.GetUtcNow();
            await poller.WaitAsync(
                "same",
                null,
                Seen.Recorded(clock, looks),
                at =>
                {
                    Assert.True(at >= began);
                    return "done";
                },
                CancellationToken.None).ConfigureAwait(false);
            await first.ConfigureAwait(false);
        });
    }

    [Fact]
    public async Task Wait_OneOfTwoIsCancelledWhileItLooks_TheOtherGoesOn()
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock);
        using CancellationTokenSource stop = new();
        Task<string?> stopped = poller.WaitAsync<string, string>("same", null, Hang, seen => seen, stop.Token);
        Task<string?> other = poller.WaitAsync("same", null, _ => Task.FromResult("seen"), seen => seen, CancellationToken.None);
        await clock.SettleAsync();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Wire.SoonAsync(stopped));
        Assert.Equal("seen", await clock.RunAsync(() => other));
    }

    [Fact]
    public Task Wait_WhateverTheTimeouts_EachEndsInItsTime() => Holds.ForAllAsync(
        Gen.Choose(0, 60).ListOf(12),
        async timeouts =>
        {
            VirtualTimeProvider clock = new();
            Poller poller = new(clock);
            DateTimeOffset started = clock.GetUtcNow();
            TimeSpan[] ends = await clock.RunAsync(() => Task.WhenAll(timeouts.Select(async (seconds, i) =>
            {
                // Every third look hangs.
                await poller.WaitAsync<string, string>(
                    $"{i}", TimeSpan.FromSeconds(seconds), i % 3 == 0 ? Hang : _ => Task.FromResult("seen"), _ => null, CancellationToken.None).ConfigureAwait(false);
                return clock.GetUtcNow() - started;
            })));
            Assert.All(ends.Zip(timeouts), pair => Assert.InRange(pair.First.TotalSeconds, pair.Second, pair.Second + 11));
        });

    [Theory]
    [InlineData(-60)]
    [InlineData(0)]
    public async Task Wait_NoTimeLeft_LooksOnce(int seconds)
    {
        VirtualTimeProvider clock = new();
        List<DateTimeOffset> looks = [];
        Assert.Null(await clock.RunAsync(() => new Poller(clock).WaitAsync("x", TimeSpan.FromSeconds(seconds), Seen.Recorded(clock, looks), _ => (string?)null, CancellationToken.None)));
        Assert.Single(looks);
    }

    /// <summary>A wait that has seen nothing at all must not say that it has seen no end.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wait_EndsWhileLooksFail_SaysSoUnlessSomethingWasSeen(bool wasSeen)
    {
        VirtualTimeProvider clock = new();
        int looks = 0;
        ApiException failure = new(ApiErrorKind.ServerError, "Example", "look", "It fails.");
        Task<string?> WaitAsync() => new Poller(clock).WaitAsync(
            "x",
            TimeSpan.FromSeconds(0.3),
            _ => looks++ == 0 && wasSeen ? Task.FromResult("seen") : Task.FromException<string>(failure),
            _ => (string?)null,
            CancellationToken.None);
        if (wasSeen)
        {
            Assert.Null(await clock.RunAsync(WaitAsync));
        }
        else
        {
            Assert.Same(failure, await Assert.ThrowsAsync<ApiException>(() => clock.RunAsync(WaitAsync)));
        }

        Assert.Equal(2, looks);
    }

    [Fact]
    public void DurationOf_WhatAnEarlierSessionLearned_IsUsedOnlyWhereThisOneKnowsNothing()
    {
        Poller poller = new(new VirtualTimeProvider());
        TypicalDuration known = new();
        Assert.Same(known, poller.DurationOf("kind", known));
        Assert.Same(known, poller.DurationOf("kind", new()));
        Assert.NotSame(known, poller.DurationOf("other"));
    }

    /// <summary>A session that lives for weeks waits for many things, and keeps nothing of those that have ended.</summary>
    [Fact]
    public async Task Wait_HasEnded_KeepsNothingOfIt()
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock);
        WeakReference seen = new(null);
        await clock.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 2).Select(_ => poller.WaitAsync(
            "same",
            null,
            _ =>
            {
                Seen now = new(clock.GetUtcNow());
                seen.Target = now;
                return Task.FromResult(now);
            },
            _ => "done",
            CancellationToken.None))));
        await clock.RunAsync(() => poller.WaitAsync("other", null, _ => Task.FromResult("x"), _ => "done", CancellationToken.None));
        GC.Collect();
        Assert.False(seen.IsAlive);
        GC.KeepAlive(poller);
    }

    [Fact]
    public async Task WaitForSync_ServiceNeverAnswers_EndsWithItsTimeout()
    {
        using Wire wire = new();
        wire.Always(Replies.Hang());
        ApiException exception = await wire.FailAsync(client => client.Syncs.WaitAsync(QardSyncs.Current("u", []), TimeSpan.FromSeconds(30), null, CancellationToken.None));
        Assert.Equal(ApiErrorKind.WaitTimeout, exception.Kind);
        Assert.Contains("no response has arrived", exception.Message);
        Assert.InRange((wire.Clock.GetUtcNow() - wire.Requests[0].At).TotalSeconds, 30, 41);
    }

    [Fact]
    public async Task WaitForConnection_ServiceNeverAnswers_EndsWithItsTimeout()
    {
        using Wire wire = new();
        wire.Always(Replies.Hang());
        ApiException exception = await wire.FailAsync(client => client.Connections.WaitAsync(("u", "c"), TimeSpan.FromSeconds(30), CancellationToken.None));
        Assert.Equal((ApiErrorKind.WaitTimeout, "c"), (exception.Kind, exception.Subject));
        Assert.InRange((wire.Clock.GetUtcNow() - wire.Requests[0].At).TotalSeconds, 30, 41);
    }

    private static async Task<string> Hang(CancellationToken cancellationToken)
    {
        TaskCompletionSource<string> never = new();
        using CancellationTokenRegistration end = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task.ConfigureAwait(false);
    }
}
