using Microsoft.Coyote;
using Microsoft.Coyote.SystematicTesting;

namespace CompanyData.Concurrency;

/// <summary>Runs a piece of concurrent work in many schedules, each decided by a seed.</summary>
internal static class Schedules
{
    /// <summary>How many each test tries: <c>COMPANYDATA_SCHEDULES</c>, or as many as every run can afford.</summary>
    public static uint Count { get; } = Number("COMPANYDATA_SCHEDULES") ?? 40;

    /// <summary>Repeats what was found with it: <c>COMPANYDATA_SEED</c>.</summary>
    private static uint? Seed { get; } = Number("COMPANYDATA_SEED");

    public static void Explore(Func<VirtualTime, Task> work, ITestOutputHelper output)
    {
        uint seed = Seed ?? (uint)Random.Shared.Next();
        Configuration configuration = Configuration.Create()
            .WithTestingIterations(Count)
            .WithRandomGeneratorSeed(seed)
            .WithMaxSchedulingSteps(100_000)
            .WithAtomicOperationRaceCheckingEnabled()
            .WithLockAccessRaceCheckingEnabled()
            // Coyote reports a deadlock that it infers from silence also where it causes it: whoever disposes a cancellation's registration
            // waits, uncontrolled, until its callback has returned, and Coyote may hold that callback where it completes the task that this
            // one awaited (PaceTests, seed 660509609, schedule 10). Outside Coyote nothing holds it. Such a schedule is given up. A real
            // deadlock is known for certain, or shows as work that waits for ever.
            .WithPotentialDeadlocksReportedAsBugs(false)
            // What it gives up, it gives up after this many milliseconds of silence.
            .WithDeadlockTimeout(250)
            // Delays of the framework are not controlled, but the clock they go by is, so little has to be waited for.
            .WithUncontrolledConcurrencyResolutionTimeout(10, 200)
            .WithRandomStrategy();
        using TestingEngine engine = TestingEngine.Create(configuration, () => work(new VirtualTime()));
        engine.Run();
        output.WriteLine($"Seed {seed}.\n{engine.GetReport()}");
        Assert.True(
            engine.TestReport.NumOfFoundBugs == 0,
            $"COMPANYDATA_SEED={seed} repeats it (schedule {engine.TestReport.NumOfExploredFairPaths + engine.TestReport.NumOfExploredUnfairPaths}): {string.Join("\n", engine.TestReport.BugReports)}");
    }

    private static uint? Number(string name) => uint.TryParse(Environment.GetEnvironmentVariable(name), out uint number) ? number : null;
}
