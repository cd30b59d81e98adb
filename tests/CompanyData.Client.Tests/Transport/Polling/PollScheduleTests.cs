using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class PollScheduleTests
{
    /// <summary>Never later than a quarter of what was waited, and close to the time at which others of its kind have ended.</summary>
    [Theory]
    [InlineData(0, null, 0.4)]
    [InlineData(40, null, 10)]
    [InlineData(1000, null, 30)]
    [InlineData(10, 100.0, 2.5)]
    [InlineData(90, 100.0, 5)]
    [InlineData(94.99, 100.0, 0.05)]
    [InlineData(95, 100.0, 5)]
    [InlineData(96, 100.0, 5)]
    [InlineData(124, 100.0, 5)]
    [InlineData(125, 100.0, 30)]
    [InlineData(126, 100.0, 30)]
    [InlineData(0.4, 1.0, 0.4)]
    [InlineData(0.9, 1.0, 0.05)]
    [InlineData(0.97, 1.0, 0.05)]
    [InlineData(1.3, 1.0, 0.4)]
    [InlineData(0.1, 0.2, 0.05)]
    public void Next_GrowsWithTheTimeWaitedAndGathersAroundTheUsualEnd(double waited, double? typical, double next) => Assert.Equal(
        next,
        PollSchedule.Next(TimeSpan.FromSeconds(waited), typical is { } took ? TimeSpan.FromSeconds(took) : null, () => 0.5).TotalSeconds,
        precision: 3);

    [Theory]
    [InlineData(0, 8.5)]
    [InlineData(0.5, 10)]
    [InlineData(1, 11.5)]
    public void Next_IsSpread(double random, double next)
        => Assert.Equal(next, PollSchedule.Next(TimeSpan.FromSeconds(40), null, () => random).TotalSeconds, precision: 3);

    /// <summary>Of something that was just started: at three moments at first, then as of anything else.</summary>
    [Theory]
    [InlineData(0, 0, 0.4)]
    [InlineData(0, 1, 0.432)]
    [InlineData(0.34, 0, 0.06)]
    [InlineData(0.35, 0, 0.8)]
    [InlineData(1.2, 0, 1.85)]
    [InlineData(1.2, 1, 2.094)]
    [InlineData(3, 0.5, 0.75)]
    [InlineData(8, 0.5, 2)]
    public void NextUnknown_OpensWithThreePolls(double elapsed, double random, double next)
        => Assert.Equal(next, PollSchedule.NextUnknown(TimeSpan.FromSeconds(elapsed), () => random).TotalSeconds, precision: 3);
}
