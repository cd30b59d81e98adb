using System.Text;
using System.Text.Json;
using CompanyData.Audit;
using CompanyData.Creditro;
using CompanyData.Redaction;
using CompanyData.Sandbox;
using CompanyData.Sandbox.Creditro;
using CompanyData.Transport;

namespace CompanyData.Simulation;

/// <summary>
/// A small world beside the collection's: some readers share a session at Creditro, which serves one request at a time and few in a minute,
/// with a token that may end. Each list is whole or an error; what was sent is audited; nobody waits for ever.
/// </summary>
internal sealed class CreditroWorld : IDisposable
{
    private const string AuditPath = "/audit.jsonl";

    private readonly WorldTally _tally;
    private readonly SandboxOptions _options;
    private readonly SandboxHandler _sandbox;
    private readonly Random _random;
    private string[] _ids = [];
    private ViolationException? _violation;
    private bool _isCalm;
    private int _processes;

    public CreditroWorld(int seed, WorldTally tally, TextWriter? story)
    {
        Plan = new CreditroPlan(seed);
        Story = new Story(Clock, story);
        _tally = tally;
        _random = new Random(seed ^ 0x5EED);
        Disk = new SimulatedDisk(new Random(seed ^ 0xD15C), Story);
        _options = new SandboxOptions
        {
            Seed = seed,
            Time = Clock,
            CreditroCaseCount = Plan.Cases,
            CreditroMethod = Plan.Sent,
        };
        _sandbox = new SandboxHandler(_options);
        Service = new HttpMessageInvoker(_sandbox, disposeHandler: false);
    }

    public CreditroPlan Plan { get; }

    public WorldClock Clock { get; } = new();

    public Story Story { get; }

    public SimulatedDisk Disk { get; }

    public HttpMessageInvoker Service { get; }

    /// <summary>When the token of the running process ends; null for never.</summary>
    public DateTimeOffset? TokenEnd { get; private set; }

    public bool IsDown => !_isCalm && Clock.Elapsed >= Plan.OutageStart && Clock.Elapsed < Plan.OutageEnd;

    /// <exception cref="ViolationException">Something that has to hold does not.</exception>
    public void Run()
    {
        Story.Tell($"--- at Creditro ---");
        _ids = AskIds();
        TokenEnd = Clock.GetUtcNow() + Plan.TokenLife;
        (_options.CreditroQuota, _options.Latency, _options.FaultDelay) = (Plan.Quota, Plan.Latency, Plan.FaultDelay);
        (_options.FaultKinds, _options.FaultRate) = (Plan.Faults, Plan.Faults.Count == 0 ? 0 : Plan.FaultRate);
        foreach (RunPlan plan in Plan.Runs)
        {
            Process(plan);
            Clock.Advance(plan.PauseAfter);
        }

        Story.Tell($"--- calm from here on ---");
        (_isCalm, TokenEnd) = (true, null);
        (_options.CreditroQuota, _options.FaultRate) = (0, 0);
        Process(plan: null);
        _tally.Add("Creditro: worlds");
        _tally.Add("Creditro: requests", _sandbox.RequestCount);
        _tally.Add("Creditro: faults of the service", _sandbox.FaultCounts.Values.Sum());
    }

    public void Dispose()
    {
        Service.Dispose();
        _sandbox.Dispose();
    }

    /// <summary>Where something does not hold inside the client, which might take the exception for a failure of the network.</summary>
    public void Ensure(bool holds, string rule, string what)
    {
        if (!holds)
        {
            _violation ??= new ViolationException(rule, what);
        }
    }

    private void Process(RunPlan? plan)
    {
        SimulatedProcess process = new(++_processes, Clock, plan?.End);
        Story.Tell($"--- process {process.Number}{(plan?.End is { } end ? $", to end by {end.How} at its moment {end.Moment}" : "")} ---");
        (Disk.WritesLeft, Disk.FlushesLeft) = (plan?.WritesBeforeFull, plan?.FlushesBeforeFailure);
        int written = Disk.Read(AuditPath).Length;
        AuditTrail audit = new(Disk.Mount(process));
        using CreditroWire wire = new(this, process);
        Secret token = new(CreditroTokens.Create(_options.CreditroCustomerId, TokenEnd));
        CreditroClient client = new(
            new ServiceOptions
            {
                BaseUri = new Uri(SandboxOptions.Origin, SandboxHandler.CreditroPath),
                Time = process.Time,
                Random = _random.NextDouble,
                Handler = wire,
                AttemptTimeout = Plan.AttemptTimeout,
                MaxRetries = Plan.MaxRetries,
                Audit = audit,
            },
            token,
            Plan.Method);
        CancellationTokenSource stop = new();
        process.OnInterrupt(() =>
        {
            Story.Tell($"process {process.Number}: {process.End!.How}");
            if (process.End.How == EndKind.Close)
            {
                client.Dispose();
            }
            else
            {
                stop.Cancel();
            }
        });
        Task? ended = new Scheduler(Clock).Run(process, () => ReadAllAsync(process, client, audit, stop.Token));
        if (_violation is not null)
        {
            throw _violation;
        }

        if (ended?.Exception?.InnerException is { } failure)
        {
            throw failure is ViolationException ? failure : new ViolationException("no run fails for nothing", $"{failure}");
        }

        Disk.Mend();
        IReadOnlyList<string> returned = process.IsDead ? [] : audit.Stop();
        if (!process.IsDead)
        {
            client.Dispose();
        }
        else if (process.End!.How == EndKind.PowerCut)
        {
            Disk.CutPower();
        }

        // Who dies while the audit is stopped hands nothing to anybody.
        Check(process, wire, written, process.IsDead ? [] : returned, token);
    }

    private Task ReadAllAsync(SimulatedProcess process, CreditroClient client, AuditTrail audit, CancellationToken stop)
    {
        try
        {
            audit.Start(AuditPath);
        }
        catch (Exception exception) when (process.IsDead || (exception is IOException && Disk.HasFailed))
        {
            return Task.CompletedTask;
        }

        return Task.WhenAll(Enumerable.Range(0, Plan.Readers).Select(_ => ReadAsync(process, client, stop)));
    }

    private async Task ReadAsync(SimulatedProcess process, CreditroClient client, CancellationToken stop)
    {
        for (int read = 0; read < Plan.Reads; read++)
        {
            try
            {
                List<CreditroKycCase> cases = await client.ListCasesAsync(stop).ReadAllAsync().ConfigureAwait(false);
                if (!process.IsDead)
                {
                    Story.Tell($"p{process.Number} reads {cases.Count} cases");
                    _tally.Add("Creditro: lists read");
                    Ensure(cases.Select(found => found.Id).SequenceEqual(_ids), "none lost, none mixed up", $"{cases.Count} cases were read of {_ids.Length}, or others");
                }
            }
            catch (Exception exception) when (!process.IsDead)
            {
                Story.Tell($"p{process.Number} fails: {exception.Message}");
                _tally.Add($"Creditro: lists that ended by {(exception as ApiException)?.Kind.ToString() ?? exception.GetType().Name}");
                if (!IsExcused(process, exception))
                {
                    throw;
                }
            }
        }
    }

    private bool IsExcused(SimulatedProcess process, Exception failure) => failure switch
    {
        OperationCanceledException => process is { IsInterrupted: true, End.How: EndKind.Stop },
        ApiException { Kind: ApiErrorKind.SessionClosed } => process is { IsInterrupted: true, End.How: EndKind.Close },
        ApiException { Kind: ApiErrorKind.NotAudited } => Disk.HasFailed,
        ApiException { Kind: ApiErrorKind.Unauthorized } => TokenEnd <= Clock.GetUtcNow(),
        ApiException { Kind: ApiErrorKind.RateLimited } => _options.CreditroQuota > 0 || _options.FaultRate > 0,
        ApiException { Kind: ApiErrorKind.InvalidResponse } => _options.FaultRate > 0,
        ApiException { Kind: ApiErrorKind.ServerError or ApiErrorKind.Network or ApiErrorKind.Timeout or ApiErrorKind.Unavailable }
            => _options.FaultRate > 0 || (!_isCalm && Plan.OutageEnd > TimeSpan.Zero),
        _ => false,
    };

    /// <exception cref="ViolationException">Something does not hold.</exception>
    private void Check(SimulatedProcess process, CreditroWire wire, int written, IReadOnlyList<string> returned, Secret token)
    {
        string audit = Encoding.UTF8.GetString(Disk.Read(AuditPath));
        int audited = audit[Math.Min(written, audit.Length)..].Split('\n').Concat(returned).Sum(AttemptsOf);
        // Only the one call under way is not yet written; a line about what was not a change may be lost with the power.
        int excused = process is { IsDead: true } ? Plan.MaxRetries + 1 : 0;
        bool mayBeLost = process is { IsDead: true, End.How: EndKind.PowerCut } && Plan.Sent == HttpMethod.Get;
        Ensure(mayBeLost || audited + excused >= wire.Sent, "every call audited", $"{wire.Sent} requests were sent, of which {audited} are accounted for");
        Ensure(audited <= wire.Sent, "every call audited", $"{wire.Sent} requests were sent, and {audited} audited");
        Ensure(wire.SentTooLate <= Plan.MaxRetries + 1, "a token that has ended is not sent", $"{wire.SentTooLate} requests went out after the token's end");
        Ensure(!audit.Contains(token.Reveal(), StringComparison.Ordinal), "no secret is written", $"the token is in the audit log");
        if (_violation is not null)
        {
            throw _violation;
        }
    }

    private static int AttemptsOf(string line)
    {
        try
        {
            return line.Length == 0 ? 0 : JsonDocument.Parse(line).RootElement.GetProperty("attempts").GetInt32();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException)
        {
            // Torn, or the beginning of a file.
            return 0;
        }
    }

    /// <summary>Asks the service itself.</summary>
    private string[] AskIds()
    {
        using HttpRequestMessage request = new(
            Plan.Sent, new Uri(SandboxOptions.Origin, $"{SandboxHandler.CreditroPath}/{_options.CreditroCustomerId}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {_options.CreditroToken}");
        using HttpResponseMessage response = Service.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult();
        using JsonDocument body = JsonDocument.Parse(response.Content.ReadAsStringAsync().GetAwaiter().GetResult());
        return [.. body.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }
}
