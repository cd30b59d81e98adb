using CompanyData.Audit;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Redaction;
using CompanyData.Sandbox;
using CompanyData.Transport;

namespace CompanyData.Simulation;

/// <summary>One seed: a portfolio that is collected by one process after the other, until all of it is there.</summary>
internal sealed class World : IDisposable
{
    public const string JournalPath = "/run.jsonl";
    public const string AuditPath = "/audit.jsonl";

    /// <summary>Once nothing goes wrong any more, this many runs have to bring everything. The first may find a synchronisation dead.</summary>
    private const int CalmRuns = 3;

    private readonly SandboxOptions _options;
    private readonly SandboxHandler _sandbox;
    private readonly WorldTally _tally;
    private readonly List<CompanyDossier> _delivered = [];
    private bool _isCalm;
    private int _processes;

    public World(int seed, WorldTally tally, TextWriter? story)
    {
        Plan = new WorldPlan(seed);
        Random = new Random(seed ^ 0x5EED);
        Story = new Story(Clock, story);
        _tally = tally;
        Disk = new SimulatedDisk(new Random(seed ^ 0xD15C), Story);
        DyingSyncs = new DyingSyncs(this);
        _options = new SandboxOptions
        {
            Seed = seed,
            Time = Clock,
            SyncDuration = Plan.SyncDuration,
            Latency = Plan.Latency,
            FaultRate = Plan.Faults.Count == 0 ? 0 : Plan.FaultRate,
            FaultKinds = Plan.Faults,
            FaultDelay = Plan.FaultDelay,
        };
        _sandbox = new SandboxHandler(_options);
        Service = new HttpMessageInvoker(_sandbox, disposeHandler: false);
    }

    public WorldPlan Plan { get; }

    public WorldClock Clock { get; } = new();

    public Random Random { get; }

    public Story Story { get; }

    public SimulatedDisk Disk { get; }

    public HttpMessageInvoker Service { get; }

    public Ledger Ledger { get; } = new();

    public DyingSyncs DyingSyncs { get; }

    public int LateArrivals { get; set; }

    public bool IsDown => !_isCalm && Clock.Elapsed >= Plan.OutageStart && Clock.Elapsed < Plan.OutageEnd;

    public bool Chance(double rate) => !_isCalm && rate > 0 && Random.NextDouble() < rate;

    /// <exception cref="ViolationException">Something that has to hold does not.</exception>
    public void Run()
    {
        foreach (RunPlan plan in Plan.Runs)
        {
            Process(plan);
            Clock.Advance(plan.PauseAfter);
        }

        Calm();
        for (int run = 0; run < CalmRuns && (run == 0 || !Rules.AllEnded(this)); run++)
        {
            Process(plan: null);
        }

        Rules.Check(this, _delivered, Ask);
        Count();
    }

    public void Dispose()
    {
        Service.Dispose();
        _sandbox.Dispose();
    }

    private void Calm()
    {
        Story.Tell($"--- calm from here on ---");
        _isCalm = true;
        _options.FaultRate = 0;
        _options.Latency = TimeSpan.Zero;
        Disk.Mend();
    }

    private void Process(RunPlan? plan)
    {
        SimulatedProcess process = new(++_processes, Clock, plan?.End);
        _tally.Add("processes");
        Story.Tell($"--- process {process.Number}{(plan?.End is { } end ? $", to end by {end.How} at its moment {end.Moment}" : "")} ---");
        (Disk.WritesLeft, Disk.FlushesLeft) = (plan?.WritesBeforeFull, plan?.FlushesBeforeFailure);
        long written = Disk.Read(AuditPath).Length;
        using ProcessRun run = new(this, process, _delivered, _tally);
        bool failed = run.Collect(plan is null ? TimeSpan.FromHours(1) : Plan.SyncTimeout);
        Disk.Mend();
        if (failed && plan!.RunsAgainInTheSameProcess && !process.IsDead && !process.IsInterrupted)
        {
            Story.Tell($"process {process.Number}: again, with room on the disk");
            run.Collect(Plan.SyncTimeout);
        }

        if (process.IsDead)
        {
            _tally.Add($"died by {process.End!.How}");
            byte[] audit = Disk.Read(AuditPath);
            Ledger.Died(process, audit[(int)written..^(process.DiedWriting == AuditPath ? process.BytesInFlight : 0)]);
            if (process.End.How == EndKind.PowerCut)
            {
                Disk.CutPower();
            }
        }
        else
        {
            Ledger.Returned(run.StopAudit());
        }
    }

    /// <summary>Asks the service itself.</summary>
    private string Ask(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(SandboxOptions.Origin, $"{SandboxHandler.QardPath}/{path}"));
        request.Headers.Add("X-API-KEY", _options.QardApiKey);
        using HttpResponseMessage response = Service.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult();
        return response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
    }

    public QardClient CreateClient(SimulatedProcess process, AuditTrail audit) => new(
        new ServiceOptions
        {
            BaseUri = new Uri(SandboxOptions.Origin, SandboxHandler.QardPath),
            Time = process.Time,
            Random = Random.NextDouble,
            Handler = new ServiceWire(this, process),
            AttemptTimeout = Plan.AttemptTimeout,
            MaxRetries = Plan.MaxRetries,
            Audit = audit,
        },
        new Secret(_options.QardApiKey));

    private void Count()
    {
        _tally.Add("companies", Plan.Sirens.Count);
        _tally.Add("requests", _sandbox.RequestCount);
        _tally.Add("faults of the service", _sandbox.FaultCounts.Values.Sum());
        _tally.Add("changes that took effect late", LateArrivals);
        _tally.Add("synchronisations that died", DyingSyncs.Count);
        _tally.Add("pages lost to power cuts", Disk.PagesLost);
        _tally.Add("virtual hours", (long)Clock.Elapsed.TotalHours);
    }
}
