using CompanyData.Client.Tests.Support;
using CompanyData.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Transport;

public class RetryDelayTests
{
    private static readonly Gen<double> Random = Gen.Choose(0, 9999).Select(number => number / 10000d);

    private static readonly Gen<(int Attempt, double Random)> Attempts =
        from attempt in Gen.Choose(0, 2000)
        from random in Random
        select (attempt, random);

    [Fact]
    public void Compute_AnyAttempt_LiesBetweenHalfAndTheWholeOfItsStep() => Holds.ForAll(Attempts, it =>
    {
        TimeSpan step = TimeSpan.FromSeconds(Math.Min(30, 0.5 * Math.Pow(2, Math.Min(it.Attempt, 30))));
        Assert.InRange(RetryDelay.Compute(it.Attempt, null, it.Random), step / 2, step);
    });

    [Fact]
    public void Compute_LaterAttempt_NeverWaitsLessForTheSameJitter() => Holds.ForAll(Attempts, it =>
        Assert.True(RetryDelay.Compute(it.Attempt + 1, null, it.Random) >= RetryDelay.Compute(it.Attempt, null, it.Random)));

    [Fact]
    public void Compute_FirstAttempts_DifferWithTheJitter()
        => Assert.True(RetryDelay.Compute(0, null, 0.9) - RetryDelay.Compute(0, null, 0.1) > TimeSpan.FromMilliseconds(100));

    [Fact]
    public void Compute_ServiceAsks_WaitsAtLeastThatButNeverBeyondTheCap() => Holds.ForAll(
        from attempt in Gen.Choose(0, 100)
        from asked in Gen.Choose(0, 100_000)
        from random in Random
        select (attempt, asked: TimeSpan.FromSeconds(asked), random),
        it =>
        {
            TimeSpan least = it.asked < RetryDelay.MaxRetryAfter ? it.asked : RetryDelay.MaxRetryAfter;
            Assert.InRange(RetryDelay.Compute(it.attempt, it.asked, it.random), least, least + TimeSpan.FromMilliseconds(250));
        });

    [Fact]
    public void ReadRetryAfter_AnyDate_IsNeverNegative() => Holds.ForAll(Gen.Choose(-1_000_000, 1_000_000), seconds =>
    {
        DateTimeOffset now = new(2024, 1, 15, 10, 30, 0, TimeSpan.Zero);
        using HttpResponseMessage response = new();
        response.Headers.RetryAfter = new(now.AddSeconds(seconds));
        Assert.Equal(TimeSpan.FromSeconds(Math.Max(0, seconds)), RetryDelay.ReadRetryAfter(response.Headers, now));
    });

    [Fact]
    public void ReadRetryAfter_NoHeader_IsNull()
    {
        using HttpResponseMessage response = new();
        Assert.Null(RetryDelay.ReadRetryAfter(response.Headers, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void IsTooLong_OnlyBeyondWhatIsWaitedFor()
    {
        Assert.False(RetryDelay.IsTooLong(null));
        Assert.False(RetryDelay.IsTooLong(RetryDelay.MaxRetryAfter));
        Assert.True(RetryDelay.IsTooLong(RetryDelay.MaxRetryAfter + TimeSpan.FromSeconds(1)));
    }
}
