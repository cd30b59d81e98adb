namespace CompanyData.Concurrency;

public class BreakerTests(ITestOutputHelper output)
{
    /// <summary>The failure that makes it an outage, and a response that says that it is none, at the same time.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Outage_BeginsAsTheServiceAnswers_DoesNotLastForEver(bool hasProbe) => Schedules.Explore(
        async time =>
        {
            PolicyWorld world = new(time, hasProbe);
            await world.FailNineTimesAsync();
            await Task.WhenAll(Task.Run(() => world.CallAsync(() => false)), Task.Run(() => world.CallAsync(() => true)));
            await time.DriveAsync(Task.WhenAll(Task.Run(world.CallPatientlyAsync), Task.Run(world.CallPatientlyAsync)));
            Task<bool> call = Task.Run(() => world.CallAsync());
            await time.DriveAsync(call);
            Specification.Assert(await call, "The service answers, but a single call is still rejected.");
        },
        output);

    /// <summary>Long work meets an outage from its first call; a single call fails or not, as it comes.</summary>
    [Fact]
    public void LongWork_ServiceComesBack_LosesNothing() => Schedules.Explore(
        async time =>
        {
            PolicyWorld world = new(time, hasProbe: true, maxRetries: 1) { IsUp = false };
            Task work = Task.WhenAll(
                Task.Run(world.CallPatientlyAsync), Task.Run(world.CallPatientlyAsync), Task.Run(() => world.CallAsync()), Task.Run(() => ComeBackAsync(world)));
            await time.DriveAsync(work);
            await time.DriveAsync(Task.Run(world.CallPatientlyAsync));
        },
        output);

    private static async Task ComeBackAsync(PolicyWorld world)
    {
        for (int i = 0; i < 20; i++)
        {
            await Task.Yield();
        }

        world.IsUp = true;
    }
}
