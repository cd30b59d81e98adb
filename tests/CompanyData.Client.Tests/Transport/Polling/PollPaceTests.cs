using CompanyData.Tests.VirtualTime;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>When a wait polls: calmly however many wait, and close to the end that is expected.</summary>
public class PollPaceTests
{
    [Fact]
    public async Task Wait_AThousandAtOnce_LookNoMoreThanTheBudgetAndEachEnds()
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock);
        List<DateTimeOffset> looks = [];
        DateTimeOffset started = clock.GetUtcNow();
        await clock.RunAsync(() => Task.WhenAll(Enumerable.Range(0, 1000).Select(i => poller.WaitAsync(
            $"{i}", null, Seen.Recorded(clock, looks), at => at - started >= TimeSpan.FromSeconds(60 + (i % 60)) ? "done" : null, CancellationToken.None))));

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
            $"{i}", null, Seen.Recorded(clock, looks), at => at - started >= TimeSpan.FromSeconds(1) ? "done" : null, CancellationToken.None))));
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
                $"{i}", null, Seen.Recorded(clock, looks), at => at - started >= TimeSpan.FromSeconds(seconds) ? "done" : null, CancellationToken.None));
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
                $"{seconds}", null, Seen.Recorded(clock, []), at => at - started >= TimeSpan.FromSeconds(seconds) ? "done" : null, CancellationToken.None));
            Assert.InRange((clock.GetUtcNow() - started).TotalSeconds, seconds, seconds * 1.35);
        }
    }

    /// <summary>Each delay is a quarter of the time since the beginning, and 0.4 seconds at least.</summary>
    [Fact]
    public async Task Wait_NothingIsKnown_LooksEverMoreCalmly()
    {
        VirtualTimeProvider clock = new();
        Poller poller = new(clock, random: () => 0.5);
        List<DateTimeOffset> looks = [];
        DateTimeOffset started = clock.GetUtcNow();
        await clock.RunAsync(() => poller.WaitAsync("x", TimeSpan.FromSeconds(4), Seen.Recorded(clock, looks), _ => (string?)null, CancellationToken.None));
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
            "x", TimeSpan.FromSeconds(6), Seen.Recorded(clock, looks), _ => (string?)null, operation, trigger: null, CancellationToken.None));
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
                "x", null, Seen.Recorded(clock, []), seen => seen >= started.AddSeconds(ends) ? "done" : null, operation, trigger: null, CancellationToken.None));
            Assert.Equal(
                (moreThan, atMost), (Math.Round(operation.Took!.MoreThan.TotalSeconds, 3), Math.Round(operation.Took.AtMost.TotalSeconds, 3)));
        }
    }
}
