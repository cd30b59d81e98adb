using CompanyData.Sandbox.Faults;

namespace CompanyData.Simulation;

/// <summary>What one seed makes of a world: its companies, its service, its disk and the ends of its processes.</summary>
internal sealed class WorldPlan
{
    private static readonly TimeSpan[] SyncDurations = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(20)];
    private static readonly TimeSpan[] SyncTimeouts = [TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];
    private static readonly double[] FaultRates = [0, 0, 0, 0.05, 0.15, 0.3];

    /// <summary>Sirens of companies whose data never comes whole, or not at all (MagicSirens of the sandbox).</summary>
    public static readonly string[] Incomplete = ["000000001", "000000003", "000000004", "000000006"];

    /// <summary>Sirens of companies that take their own way and come all the same.</summary>
    private static readonly string[] Odd = ["000000005", "000000007", "000000008"];

    public WorldPlan(int seed)
    {
        Random random = new(seed);
        Seed = seed;
        Sirens = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(i => $"{812_000_000 + (i * 37)}")];
        if (random.Next(10) == 0)
        {
            Sirens = [.. Sirens, random.Next(2) == 0 ? Incomplete[random.Next(Incomplete.Length)] : Odd[random.Next(Odd.Length)]];
        }

        SideBySide = 1 + random.Next(Sirens.Count);
        SyncDuration = SyncDurations[random.Next(SyncDurations.Length)];
        SyncTimeout = SyncTimeouts[random.Next(SyncTimeouts.Length)];
        AttemptTimeout = TimeSpan.FromSeconds(random.Next(3) == 0 ? 5 : 100);
        MaxRetries = random.Next(3) == 0 ? 1 : 5;
        Latency = random.Next(3) == 0 ? TimeSpan.FromMilliseconds(random.Next(2000)) : TimeSpan.Zero;
        FaultRate = FaultRates[random.Next(FaultRates.Length)];
        Faults = random.Next(2) == 0 ? FaultKinds.All : [.. FaultKinds.All.Where(_ => random.Next(3) == 0)];
        FaultDelay = TimeSpan.FromSeconds(1 + random.Next(8));
        LateRate = random.Next(3) == 0 ? 0.3 : 0;
        DyingSyncRate = random.Next(4) == 0 ? 0.5 : 0;
        if (random.Next(5) == 0)
        {
            OutageStart = TimeSpan.FromSeconds(random.Next(120));
            OutageEnd = OutageStart + TimeSpan.FromSeconds(random.Next(1200));
        }

        Runs = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => new RunPlan(random, Sirens.Count))];
    }

    public int Seed { get; }

    public IReadOnlyList<string> Sirens { get; }

    public int SideBySide { get; }

    public TimeSpan SyncDuration { get; }

    public TimeSpan SyncTimeout { get; }

    public TimeSpan AttemptTimeout { get; }

    public int MaxRetries { get; }

    public TimeSpan Latency { get; }

    public double FaultRate { get; }

    public IReadOnlyCollection<FaultKind> Faults { get; }

    public TimeSpan FaultDelay { get; }

    /// <summary>How often a change takes effect only after its caller was told that it failed.</summary>
    public double LateRate { get; }

    /// <summary>How often the first synchronisation of a company dies inside the service.</summary>
    public double DyingSyncRate { get; }

    public TimeSpan OutageStart { get; }

    public TimeSpan OutageEnd { get; }

    /// <summary>The runs in which things go wrong. Calm ones follow.</summary>
    public IReadOnlyList<RunPlan> Runs { get; }
}
