using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Client.Tests.Collection;

/// <summary>What a run counts, leaves out and estimates.</summary>
public sealed class CollectionRunTests : IDisposable
{
    private static readonly CompanyRequest One = new("123456789", "Maison Exemple SAS");
    private static readonly CompanyRequest Two = new("222222222", "Deuxième SARL");
    private readonly JournalWorld _world = new();

    private string StoreFolder => Path.Combine(Path.GetDirectoryName(_world.JournalPath)!, "dossiers");

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Remaining_GoesByTheAverageSoFar()
    {
        using CollectionRun run = Run();
        run.Reject();
        Assert.Null(run.EstimateRemaining(10));
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        run.Confirm(Dossier());
        Assert.Equal(TimeSpan.FromMinutes(8), run.EstimateRemaining(10));
        run.Confirm(Dossier());
        Assert.Equal(TimeSpan.FromMinutes(3.5), run.EstimateRemaining(10));
        Assert.Equal(TimeSpan.Zero, run.EstimateRemaining(3));
        Assert.Equal(TimeSpan.Zero, run.EstimateRemaining(1));
    }

    [Fact]
    public async Task Remaining_OfAShard_CountsItsShareOfWhatIsLeft()
    {
        using CollectionRun run = Run(new CollectionShard(2, 4));
        run.PassOver();
        run.PassOver();
        run.PassOver();
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        run.Confirm(Dossier());
        Assert.Equal(TimeSpan.FromMinutes(4), run.EstimateRemaining(20));
        Assert.Equal(3, run.Summary.OtherShards);
    }

    [Fact]
    public async Task Remaining_LeavesOutWhatIsCompleteAlready()
    {
        await _world.RunAsync([One, Two]);
        using CollectionRun run = Run();
        Assert.False(run.ShouldProcess(One.Siren));
        Assert.False(run.HasTaken);
        Assert.True(run.ShouldProcess("333333333"));
        Assert.True(run.HasTaken);
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        run.Confirm(Dossier("333333333"));
        Assert.Equal(TimeSpan.FromMinutes(7), run.EstimateRemaining(10));
        Assert.Equal(1, run.Summary.Skipped);
    }

    [Fact]
    public void ShouldProcess_OfAnotherShard_IsCountedAsThat()
    {
        CollectionShard[] shards = [new(1, 2), new(2, 2)];
        int own = shards[0].Contains(One.Siren) ? 0 : 1;
        using CollectionRun mine = Run(shards[own], hasJournal: false);
        using CollectionRun other = Run(shards[1 - own], hasJournal: false);
        Assert.True(mine.ShouldProcess(One.Siren));
        Assert.False(other.ShouldProcess(One.Siren));
        Assert.Equal((0, 1), (mine.Summary.OtherShards, other.Summary.OtherShards));
        // A row that names no company is the first share's to report.
        Assert.Equal((own == 0, own == 1), (mine.Owns("12"), other.Owns(null)));
    }

    [Fact]
    public async Task Summary_CountsDossiersAndTheRequestsOfTheRunAlone()
    {
        _world.Sandbox.Trouble.Next("GET", "/profile", TroubleHandler.Answer(429));
        await ReadProfileAsync();
        _world.Sandbox.Trouble.Next("GET", "/profile", TroubleHandler.Answer(429), TroubleHandler.Answer(500));
        using CollectionRun run = Run();
        Assert.Null(run.Summary.RequestsPerCompany);
        await ReadProfileAsync();
        await ReadProfileAsync();
        CompanyDossier partial = Dossier();
        partial.Add("ACT", []);
        partial.Fail("Sync", "it failed", "Try again.", "x");
        CompanyDossier failed = Dossier();
        failed.Fail("User", "it failed", null, "x");
        run.Confirm(Dossier());
        run.Confirm(partial);
        run.Confirm(failed);
        CollectionSummary summary = run.Summary;
        Assert.Equal((3, 1, 1, 1), (summary.Companies, summary.Complete, summary.Partial, summary.Failed));
        Assert.Equal((4, 2, 1), (summary.Requests, summary.Retries, summary.Throttles));
        Assert.Equal(1.3, summary.RequestsPerCompany);
        Assert.Equal("1 complete, 1 partial, 1 failed, 0 skipped", summary.ToString());
        await ReadProfileAsync();
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        run.Finish();
        Assert.Equal((5, true), (summary.Requests, summary.IsFinished));
        Assert.True(summary.Elapsed >= TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Dispose_InTheMiddle_SaysHowFarItCame()
    {
        CollectionRun run = Run();
        await ReadProfileAsync();
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(3));
        run.Dispose();
        Assert.Equal((1, TimeSpan.FromMinutes(3), false), (run.Summary.Requests, run.Summary.Elapsed, run.Summary.IsFinished));
    }

    [Fact]
    public void Finish_LetsOthersHaveTheJournal()
    {
        using CollectionRun run = Run();
        run.Finish();
        _world.Open().Dispose();
    }

    /// <summary>A run that has collected nothing does not clean up behind others.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Finish_HalfWrittenDossiers_GoOnceTheyAreOld(bool hasCollected)
    {
        Directory.CreateDirectory(StoreFolder);
        string old = $"123456789_x.json.{Guid.NewGuid():N}.partial";
        string young = $"123456789_x.json.{Guid.NewGuid():N}.partial";
        foreach (string name in new[] { old, young, "123456789_x.partial" })
        {
            string path = Path.Combine(StoreFolder, name);
            await File.WriteAllTextAsync(path, "{");
            File.SetLastWriteTimeUtc(path, _world.Sandbox.Clock.GetUtcNow().UtcDateTime.AddSeconds(name == young ? -59 : -61));
        }

        using CollectionRun run = Run(store: new DossierStore(StoreFolder));
        if (hasCollected)
        {
            run.Confirm(Dossier());
        }

        run.Finish();
        Assert.Equal(hasCollected ? 2 : 3, Directory.GetFiles(StoreFolder).Length);
        Assert.Equal(!hasCollected, File.Exists(Path.Combine(StoreFolder, old)));
    }

    /// <summary>A company that the journal calls complete is left out only where its dossier is in the folder, of a run that still counts.</summary>
    [Theory]
    [InlineData(null, true)]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task ShouldProcess_Complete_UnlessItsDossierIsMissing(int? millisecondsAfter, bool isProcessed)
    {
        DateTime begin = _world.Sandbox.Clock.GetUtcNow().UtcDateTime;
        await _world.RunAsync([One]);
        if (millisecondsAfter is { } after)
        {
            CompanyDossier dossier = Dossier();
            dossier.CollectedAt = begin.AddMilliseconds(after);
            await new DossierStore(StoreFolder).SaveAsync(dossier);
        }

        using CollectionRun run = Run(store: new DossierStore(StoreFolder));
        Assert.Equal(isProcessed, run.ShouldProcess(One.Siren));
    }

    /// <summary>The names of files have milliseconds, journals have more.</summary>
    [Fact]
    public async Task ShouldProcess_JournalBeganWithinTheMillisecondOfADossier_LeavesItOut()
    {
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromTicks(7));
        CompanyDossier dossier = Dossier();
        dossier.CollectedAt = _world.Sandbox.Clock.GetUtcNow().UtcDateTime;
        await _world.RunAsync([One]);
        await new DossierStore(StoreFolder).SaveAsync(dossier);
        using CollectionRun run = Run(store: new DossierStore(StoreFolder));
        Assert.False(run.ShouldProcess(One.Siren));
    }

    /// <summary>The folder lists its files in any order.</summary>
    [Fact]
    public async Task ShouldProcess_SeveralDossiersOfACompany_GoesByTheLatest()
    {
        CompanyRequest[] companies = [.. Enumerable.Range(0, 10).Select(i => new CompanyRequest($"{300_000_000 + i}", "Exemple"))];
        DateTime begin = _world.Sandbox.Clock.GetUtcNow().UtcDateTime;
        await _world.RunAsync(companies);
        foreach (CompanyRequest company in companies)
        {
            foreach (int hours in new[] { -1, 1, -2 })
            {
                CompanyDossier dossier = Dossier(company.Siren);
                dossier.CollectedAt = begin.AddHours(hours);
                await new DossierStore(StoreFolder).SaveAsync(dossier);
            }
        }

        using CollectionRun run = Run(store: new DossierStore(StoreFolder));
        Assert.All(companies, company => Assert.False(run.ShouldProcess(company.Siren)));
    }

    [Fact]
    public async Task Waiting_CountsCompaniesWhoseSynchronisationRuns()
    {
        using CollectionRun run = Run(hasJournal: false);
        Task<CompanyDossier> one = run.CollectAsync(One, null, CancellationToken.None);
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(1, run.Waiting);
        await _world.Sandbox.Clock.RunAsync(() => one);
        Assert.Equal(0, run.Waiting);
    }

    /// <summary>A new session polls as one that has waited before, and the name that is given counts.</summary>
    [Fact]
    public async Task Collect_StoreHasADossier_KnowsHowLongASynchronisationTakes()
    {
        DossierStore store = new(StoreFolder);
        using QardClient later = _world.Sandbox.ClientOf(_world.Sandbox.Options.QardApiKey);
        List<(string? Name, int Polls)> collected = [];
        foreach ((QardClient client, string name) in new[] { (_world.Sandbox.Client, "Before"), (later, "Now") })
        {
            int before = _world.Sandbox.Trouble.CountOf("GET", "/sync/latest");
            using CollectionRun run = new(client, new(), shard: null, journal: null, store);
            CompanyDossier dossier = await _world.Sandbox.Clock.RunAsync(() => run.CollectAsync(One with { Name = name }, null, CancellationToken.None));
            collected.Add((dossier.Name, _world.Sandbox.Trouble.CountOf("GET", "/sync/latest") - before));
        }

        Assert.Equal(["Before", "Now"], collected.Select(dossier => dossier.Name));
        Assert.InRange(collected[0].Polls, 10, 30);
        Assert.InRange(collected[1].Polls, 2, 6);
    }

    [Fact]
    public async Task Progress_TellsEachStepOfACompany()
    {
        Steps steps = new();
        using (CollectionRun run = Run(hasJournal: false, store: new DossierStore(StoreFolder)))
        {
            await _world.Sandbox.RunAsync(_ => run.CollectAsync(One, steps, CancellationToken.None));
        }

        Assert.Equal(["123456789: user", "123456789: connection", "123456789: synchronisation", "123456789: data"], steps.Told);
        steps.Told.Clear();
        using (CollectionRun again = Run(hasJournal: false, store: new DossierStore(StoreFolder)))
        {
            await _world.Sandbox.RunAsync(_ => again.CollectAsync(One with { Name = null }, steps, CancellationToken.None));
        }

        Assert.Equal(["123456789: user", "123456789: synchronisation", "123456789: data"], steps.Told);
    }

    private static CompanyDossier Dossier(string siren = "123456789") => new() { Siren = siren };

    private Task ReadProfileAsync() => _world.Sandbox.RunAsync(client => client.Account.GetProfileAsync(CancellationToken.None));

    private CollectionRun Run(CollectionShard? shard = null, bool hasJournal = true, DossierStore? store = null)
        => new(_world.Sandbox.Client, new(), shard, hasJournal ? _world.Open() : null, store);

    private sealed class Steps : IProgress<string>
    {
        public List<string> Told { get; } = [];

        public void Report(string value) => Told.Add(value);
    }
}
