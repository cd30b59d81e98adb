using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>What is learned of how long a kind of operation takes, and when the next one is therefore polled. All times in seconds.</summary>
public class TypicalDurationTests
{
    [Fact]
    public void NextPoll_NoneHasEnded_KnowsNothing()
    {
        TypicalDuration typical = new();
        Assert.Null(typical.NextPoll(TimeSpan.FromSeconds(5), () => 0.5));
        Assert.Equal(TimeSpan.Zero, typical.High);
    }

    /// <summary>In the middle of a wide range, at its end, then ever more calmly; a timer that fires up to 20 ms early asks for no second poll.</summary>
    [Theory]
    [InlineData(0, 10, 0, 5)]
    [InlineData(0, 10, 4.97, 0.05)]
    [InlineData(0, 10, 4.98, 5.02)]
    [InlineData(0, 10, 9.98, 0.52)]
    [InlineData(0, 10, 10, 0.52)]
    [InlineData(0, 10, 12, 2.04)]
    [InlineData(0, 10, 30, 7.525)]
    [InlineData(0, 60, 0, 30)]
    [InlineData(90, 100, 0, 33.334)]
    [InlineData(80, 90, 29.98, 55.02)]
    [InlineData(90, 100, 40, 55)]
    [InlineData(95, 100, 40, 60)]
    [InlineData(98, 100, 40, 60)]
    [InlineData(960, 1000, 400, 580)]
    [InlineData(970, 1000, 400, 600)]
    [InlineData(0, 0.1, 0, 0.05)]
    [InlineData(0, 0.1, 0.04, 0.06)]
    [InlineData(0, 0.1, 0.07, 0.05)]
    [InlineData(0, 0.1, 0.08, 0.07)]
    public void NextPoll_OneHasEnded_IsWhenTheNextMayHave(double moreThan, double atMost, double elapsed, double next)
        => Assert.Equal(next, NextPoll(Learn((moreThan, atMost)), elapsed), precision: 6);

    [Theory]
    [InlineData(0, 10, 0, 5.1)]
    [InlineData(980, 1000, 400, 602)]
    public void NextPoll_IsSpread(double moreThan, double atMost, double elapsed, double next)
        => Assert.Equal(next, NextPoll(Learn((moreThan, atMost)), elapsed, random: 1), precision: 6);

    [Fact]
    public void Observe_NarrowsTheRangeOrMovesIt()
    {
        AssertRange(Learn((0, 10), (4, 8)), 4, 8);
        AssertRange(Learn((0, 10), (12, 14)), 12, 14);
        AssertRange(Learn((0, 10), (10, 14)), 10, 14);
        AssertRange(Learn((9, 10), (2, 5)), 2, 5);
        AssertRange(Learn((9, 10), (8, 9)), 8, 9);
        AssertRange(Learn((4, 8), (3, 7)), 4, 7);
        AssertRange(Learn((4, 8), (5, 9)), 5, 8);
        Assert.Equal(TimeSpan.FromMilliseconds(1), Learn((0, 0)).High);
    }

    /// <summary>What is over at the first poll may have been over long before.</summary>
    [Fact]
    public void Observe_EndedBeforeTheFirstPoll_WidensTheRangeDownwards()
    {
        AssertRange(Learn((4, 8), (2, 9)), 2, 8);
        AssertRange(Learn((4, 8), (4, 8)), 2, 8);
        AssertRange(Learn((1, 8), (0, 9)), 0, 8);
    }

    /// <summary>One alone that takes far longer says little; a second one in a row says that they all do.</summary>
    [Fact]
    public void Observe_FarSlower_CountsOnlyTheSecondTime()
    {
        AssertRange(Learn((0, 10), (20, 30)), 0, 11);
        AssertRange(Learn((0, 10), (12, 15)), 12, 15);
        AssertRange(Learn((0, 10), (20, 30), (20, 30)), 20, 30);
        AssertRange(Learn((0, 10), (20, 30), (5, 8), (20, 30)), 5, 8.8);
        AssertRange(Learn((8, 10), (20, 30), (2, 4), (20, 30)), 2, 4.4);
        AssertRange(Learn((0, 10), (20, 30), (20, 30), (50, 60)), 20, 33);
    }

    [Theory]
    [InlineData(null, 6)]
    [InlineData(3.0, 6)]
    [InlineData(4.0, 6)]
    [InlineData(5.0, 5)]
    [InlineData(6.0, 6)]
    [InlineData(7.0, 6)]
    public void End_GoesByTheServiceWhereThatIsMoreExact(double? measured, double atMost)
    {
        TypicalDuration typical = new();
        StartedOperation operation = new(typical, startedAt: 0, () => measured is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        operation.End(Range(4, 6));
        Assert.Equal(Range(4, atMost), operation.Took);
        Assert.Equal(TimeSpan.FromSeconds(atMost), typical.High);
    }

    [Fact]
    public void End_OfAnAbandonedWait_TeachesNothing()
    {
        TypicalDuration typical = new();
        StartedOperation operation = new(typical, startedAt: 0, () => null) { IsAbandoned = true };
        operation.End(Range(4, 6));
        Assert.Null(operation.Took);
        Assert.Equal(TimeSpan.Zero, typical.High);
    }

    private static DurationRange Range(double moreThan, double atMost) => new(TimeSpan.FromSeconds(moreThan), TimeSpan.FromSeconds(atMost));

    private static TypicalDuration Learn(params (double MoreThan, double AtMost)[] ended)
    {
        TypicalDuration typical = new();
        foreach ((double moreThan, double atMost) in ended)
        {
            typical.Observe(Range(moreThan, atMost));
        }

        return typical;
    }

    private static double NextPoll(TypicalDuration typical, double elapsed, double random = 0)
        => typical.NextPoll(TimeSpan.FromSeconds(elapsed), () => random)!.Value.TotalSeconds;

    /// <summary>The range is wide, so the first poll is in its middle.</summary>
    private static void AssertRange(TypicalDuration typical, double low, double high)
    {
        Assert.Equal(high, typical.High.TotalSeconds, precision: 3);
        Assert.Equal((low + high) / 2, NextPoll(typical, 0), precision: 3);
    }
}
