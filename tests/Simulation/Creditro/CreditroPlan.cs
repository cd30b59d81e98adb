using CompanyData.Creditro;
using CompanyData.Sandbox.Faults;

namespace CompanyData.Simulation;

/// <summary>What one seed makes of a Creditro session: its cases, its token, who reads side by side, and what goes wrong.</summary>
internal sealed class CreditroPlan
{
    private static readonly double[] FaultRates = [0, 0, 0.15, 0.4];

    /// <summary>The service's list is what it is; the client hands it on as it comes.</summary>
    private static readonly FaultKind[] Faulty = [.. FaultKinds.All.Except([FaultKind.DuplicateItem])];

    public CreditroPlan(int seed)
    {
        Random random = new(seed ^ 0xC4ED);
        Cases = random.Next(4) == 0 ? 0 : random.Next(8);
        Sent = random.Next(2) == 0 ? HttpMethod.Post : HttpMethod.Get;
        Method = random.Next(2) == 0 ? CreditroMethod.Auto : Sent == HttpMethod.Post ? CreditroMethod.Post : CreditroMethod.Get;
        Quota = random.Next(2) == 0 ? 0 : 1 + random.Next(5);
        Readers = 1 + random.Next(4);
        Reads = 1 + random.Next(2);
        AttemptTimeout = TimeSpan.FromSeconds(random.Next(3) == 0 ? 5 : 100);
        MaxRetries = random.Next(3) == 0 ? 1 : 5;
        Latency = random.Next(3) == 0 ? TimeSpan.FromMilliseconds(random.Next(2000)) : TimeSpan.Zero;
        FaultRate = FaultRates[random.Next(FaultRates.Length)];
        FaultDelay = TimeSpan.FromSeconds(1 + random.Next(8));
        Faults = random.Next(2) == 0 ? Faulty : [.. Faulty.Where(_ => random.Next(3) == 0)];
        TokenLife = random.Next(3) == 0 ? TimeSpan.FromSeconds(random.Next(600)) : null;
        if (random.Next(5) == 0)
        {
            OutageStart = TimeSpan.FromSeconds(random.Next(60));
            OutageEnd = OutageStart + TimeSpan.FromSeconds(random.Next(600));
        }

        Runs = [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => new RunPlan(random, companies: 1))];
    }

    public int Cases { get; }

    /// <summary>The one method that the service accepts.</summary>
    public HttpMethod Sent { get; }

    public CreditroMethod Method { get; }

    /// <summary>Requests in any minute before 429; 0 for no limit.</summary>
    public int Quota { get; }

    public int Readers { get; }

    /// <summary>How often each of them reads.</summary>
    public int Reads { get; }

    public TimeSpan AttemptTimeout { get; }

    public int MaxRetries { get; }

    public TimeSpan Latency { get; }

    public double FaultRate { get; }

    public TimeSpan FaultDelay { get; }

    public IReadOnlyCollection<FaultKind> Faults { get; }

    /// <summary>From the beginning of the world; null for a token without an end.</summary>
    public TimeSpan? TokenLife { get; }

    public TimeSpan OutageStart { get; }

    public TimeSpan OutageEnd { get; }

    /// <summary>The runs in which things go wrong. A calm one follows, with a token of its own.</summary>
    public IReadOnlyList<RunPlan> Runs { get; }
}
