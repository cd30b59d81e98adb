using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Tests.VirtualTime;
using CompanyData.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Transport;

/// <summary>However many wait, they look calmly; those who wait for the same look together.</summary>
public class PollerTests
{
    [Fact]
    public async Task Wait_AThousandAtOnce_LookNoMoreThanTheBudgetAndEachEnds()
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock);
        List<DateTimeOffset> looks = [];
        DateTimeOffset started = clock.GetUtcNow();
        await clock.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 1000).Select(i => poller.WaitAsync(
            $"{i}", null, Look(clock, looks), at => at - started >= TimeSpan.FromSeconds(60 + (i % 60)) ? "done" : null, CancellationToken.None))));

        Assert.All(looks.GroupBy(at => (int)(at - started).TotalSeconds), second => Assert.InRange(second.Count(), 1, Poller.MaxPollsPerSecond + 5));
        Assert.True(clock.GetUtcNow() - started < TimeSpan.FromSeconds(180));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public async Task Wait_AFew_SeeTheEndSoon(int count)
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock);
        List<DateTimeOffset> looks = [];
        DateTimeOffset started = clock.GetUtcNow();
        await clock.RunAsync(() => Task.WhenAll(Enumerable.Range(0, count).Select(i => poller.WaitAsync(
            $"{i}", null, Look(clock, looks), at => at - started >= TimeSpan.FromSeconds(1) ? "done" : null, CancellationToken.None))));
        Assert.InRange((clock.GetUtcNow() - started).TotalSeconds, 1, 1.8);
        Assert.InRange(looks.Count, 3 * count, 6 * count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(90)]
    [InlineData(7200)]
    public async Task Wait_OthersOfItsKindEndedAfterTheSameTime_ComesToSeeTheEndEverSooner(int seconds)
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock);
        List<DateTimeOffset> looks = [];
        for (int i = 0; i < 12; i++)
        {
            looks.Clear();
            DateTimeOffset started = clock.GetUtcNow();
            await clock.RunAsync(() => poller.WaitAsync(
                $"{i}", null, Look(clock, looks), at => at - started >= TimeSpan.FromSeconds(seconds) ? "done" : null, CancellationToken.None));
            Assert.InRange((clock.GetUtcNow() - started).TotalSeconds, seconds, seconds * (i < 8 ? 1.6 : 1.13));
        }
    }

    [Fact]
    public async Task Wait_OthersTookHours_SeesAnEarlyEndAsSoonAsEver()
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock);
        foreach (int seconds in (int[])[7200, 10])
        {
            DateTimeOffset started = clock.GetUtcNow();
            await clock.RunAsync(() => poller.WaitAsync(
                $"{seconds}", null, Look(clock, []), at => at - started >= TimeSpan.FromSeconds(seconds) ? "done" : null, CancellationToken.None));
            Assert.InRange((clock.GetUtcNow() - started).TotalSeconds, seconds, seconds * 1.35);
        }
    }

    [Fact]
    public async Task Wait_ForTheSame_ShareTheirLooks()
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock);
        List<DateTimeOffset> looks = [];
        DateTimeOffset started = clock.GetUtcNow();
        string?[] ends = await clock.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => poller.WaitAsync(
            "same", null, Look(clock, looks), at => at - started >= TimeSpan.FromMinutes(5) ? "done" : null, CancellationToken.None))));
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
            Task first = poller.WaitAsync("same", TimeSpan.FromSeconds(100), Look(clock, looks), _ => (string?)null, CancellationToken.None);
            await clock.Pause(TimeSpan.FromSeconds(60), CancellationToken.None).ConfigureAwait(false);
            DateTimeOffset began = clock.GetUtcNow();
            await poller.WaitAsync(
                "same",
                null,
                Look(clock, looks),
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

    /// <summary>Each delay is a quarter of the time since the beginning, and 0.4 seconds at least.</summary>
    [Fact]
    public async Task Wait_NothingIsKnown_LooksEverMoreCalmly()
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock, random: () => 0.5);
        List<DateTimeOffset> looks = [];
        DateTimeOffset started = clock.GetUtcNow();
        await clock.RunAsync(() => poller.WaitAsync("x", TimeSpan.FromSeconds(4), Look(clock, looks), _ => (string?)null, CancellationToken.None));
        Assert.Equal([0, 0.4, 0.8, 1.2, 1.6, 2, 2.5, 3.125, 3.906, 4], looks.Select(look => Math.Round((look - started).TotalSeconds, 3)));
    }

    /// <summary>What was just started has not ended yet; what was started a second ago may have.</summary>
    [Theory]
    [InlineData(0, new[] { 0.416, 1.196, 3.172, 3.965, 4.956, 6 })]
    [InlineData(0.999, new[] { 0.197, 2.173, 2.966, 3.957, 5.196, 6 })]
    [InlineData(1, new[] { 0, 0.196, 2.172, 2.965, 3.956, 5.195, 6 })]
    public async Task Wait_OfSomethingItHasStarted_LooksWhenItMayHaveEnded(double secondsAgo, double[] expected)
    {
        VirtualTimeProvider clock = new();
        List<DateTimeOffset> looks = [];
        StartedOperation operation = new(new TypicalDuration(), clock.GetTimestamp(), () => null);
        await clock.AdvanceAsync(TimeSpan.FromSeconds(secondsAgo));
        DateTimeOffset started = clock.GetUtcNow();
        await clock.RunAsync(() => new Poller(clock, random: () => 0.5).WaitAsync(
            "x", TimeSpan.FromSeconds(6), Look(clock, looks), _ => (string?)null, operation, trigger: null, CancellationToken.None));
        Assert.Equal(expected, looks.Select(look => Math.Round((look - started).TotalSeconds, 3)));
    }

    /// <summary>How long it took lies between the last look at which it ran and the one at which it had ended.</summary>
    [Fact]
    public async Task Wait_OfSomethingItHasStarted_LearnsHowLongItTook()
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock, random: () => 0.5);
        TypicalDuration typical = new();
        foreach ((double ends, double moreThan, double atMost) in new[] { (1.0, 0.416, 1.196), (1.0, 0.815, 1.208), (0.5, 0.0, 1.016) })
        {
            DateTimeOffset started = clock.GetUtcNow();
            StartedOperation operation = new(typical, clock.GetTimestamp(), () => null);
            await clock.RunAsync(() => poller.WaitAsync(
                "x", null, Look(clock, []), seen => seen >= started.AddSeconds(ends) ? "done" : null, operation, trigger: null, CancellationToken.None));
            Assert.Equal(
                (moreThan, atMost), (Math.Round(operation.Took!.MoreThan.TotalSeconds, 3), Math.Round(operation.Took.AtMost.TotalSeconds, 3)));
        }
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(0)]
    public async Task Wait_NoTimeLeft_LooksOnce(int seconds)
    {
        VirtualTimeProvider clock = new();
        List<DateTimeOffset> looks = [];
        Assert.Null(await clock.RunAsync(() => new Poller(clock).WaitAsync("x", TimeSpan.FromSeconds(seconds), Look(clock, looks), _ => (string?)null, CancellationToken.None)));
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
            TimeSpan.FromSeconds(0.6),
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

        Assert.InRange(looks, 2, 3);
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

    private static Func<CancellationToken, Task<Seen>> Look(VirtualTimeProvider clock, List<DateTimeOffset> looks) => _ =>
    {
        lock (looks)
        {
            looks.Add(clock.GetUtcNow());
            return Task.FromResult(new Seen(clock.GetUtcNow()));
        }
    };

    private static async Task<string> Hang(CancellationToken cancellationToken)
    {
        TaskCompletionSource<string> never = new();
        using CancellationTokenRegistration end = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task.ConfigureAwait(false);
    }

    private sealed record Seen(DateTimeOffset At)
    {
        public static TimeSpan operator -(Seen seen, DateTimeOffset other) => seen.At - other;

        public static bool operator >=(Seen seen, DateTimeOffset other) => seen.At >= other;

        public static bool operator <=(Seen seen, DateTimeOffset other) => seen.At <= other;
    }
}
