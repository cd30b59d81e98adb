using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Collection;

/// <summary>Where a service limits requests, speed is the number of requests: how many a company takes on the sandbox, whose synchronisations take 3 seconds.</summary>
public sealed class RequestCountTests : IDisposable
{
    private static readonly TimeSpan SyncDuration = TimeSpan.FromSeconds(3);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");
    private readonly SandboxWorld _world = new(options => options.SyncDuration = SyncDuration);

    private string JournalPath => Path.Combine(_folder.FullName, "run.jsonl");

    private string StorePath => Path.Combine(_folder.FullName, "dossiers");

    public void Dispose()
    {
        _world.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Collect_NewCompanies_TakeTenRequestsAtFirstAndNineFromThenOn()
    {
        IReadOnlyList<Collected> companies = await CollectAsync(_world.Client, Companies(20));
        Assert.InRange(companies[0].Requests, 7, 10);
        Assert.All(companies.Skip(1), company => Assert.InRange(company.Requests, 7, 9));
        Assert.All(companies, company => Assert.Equal(DossierStatus.Complete, company.Dossier.Status));
    }

    /// <summary>A new user has none, so nobody asks for them.</summary>
    [Fact]
    public async Task Collect_NewCompany_AsksForNoConnectionsAndNoEarlierSync()
    {
        await CollectAsync(_world.Client, Companies(1));
        Assert.Equal(0, _world.Trouble.CountOf("GET", "/data-connections"));
        string[] requests = [.. _world.Trouble.Requests.Select(request => $"{request.Method} {request.Path.Split('/')[^1]}")];
        Assert.Equal(["GET users", "POST legal", "POST data-connections", "POST sync"], requests[..4]);
    }

    [Fact]
    public async Task Collect_KnownCompanies_TakeNineRequests()
    {
        await CollectAsync(_world.Client, Companies(20));
        IReadOnlyList<Collected> companies = await CollectAsync(_world.Client, Companies(20));
        Assert.All(companies, company => Assert.InRange(company.Requests, 8, 9));
    }

    [Fact]
    public async Task Collect_StoreKnowsUserAndConnection_TakesSevenRequests()
    {
        await RunAsync(Companies(10), journal: null);
        long before = _world.Handler.RequestCount;
        using QardClient later = _world.ClientOf(_world.Options.QardApiKey);
        CollectionSummary summary = await RunAsync(Companies(10), journal: null, client: later);
        Assert.Equal(10, summary.Complete);
        // Also the first of a session, for the dossiers tell how long a synchronisation took.
        Assert.InRange(_world.Handler.RequestCount - before, 60, 70);
        Assert.Equal(10, (await _world.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync())).Count);
    }

    [Fact]
    public async Task Collect_JournalKnowsUserAndConnection_TakesSevenRequests()
    {
        CompanyRequest[] companies = Companies(5);
        foreach (CompanyRequest _ in companies)
        {
            _world.Trouble.Next("GET", "company-officers", TroubleHandler.Answer(400));
        }

        Assert.Equal(5, (await RunAsync(companies, JournalPath, store: false)).Partial);
        using QardClient later = _world.ClientOf(_world.Options.QardApiKey);
        long before = _world.Handler.RequestCount;
        CollectionSummary summary = await RunAsync(companies, JournalPath, store: false, client: later);
        Assert.Equal(5, summary.Complete);
        Assert.InRange(_world.Handler.RequestCount - before, 5 * 4, 5 * 7);
        Assert.InRange(summary.RequestsPerCompany!.Value, 4, 7);
    }

    [Fact]
    public async Task Collect_JournalOfEarlierRuns_TellsHowLongASynchronisationTakes()
    {
        await RunAsync(Companies(3), JournalPath, store: false);
        using QardClient later = _world.ClientOf(_world.Options.QardApiKey);
        long before = _world.Handler.RequestCount;
        await RunAsync([new("999999999", "Another")], JournalPath, store: false, client: later);
        Assert.InRange(_world.Handler.RequestCount - before, 7, 9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public async Task Collect_KindWasSeenBefore_PollsTwiceAtTheMostAndIsSoonThere(double spread)
    {
        Random random = new(7);
        List<int> polls = [];
        List<double> late = [];
        for (int i = 0; i < 60; i++)
        {
            _world.Options.SyncDuration = SyncDuration * (1 - spread + (2 * spread * random.NextDouble()));
            int before = _world.Trouble.CountOf("GET", "/sync/latest");
            CompanyDossier dossier = (await CollectAsync(_world.Client, [new($"{100_000_000 + i}", "Example")]))[0].Dossier;
            polls.Add(_world.Trouble.CountOf("GET", "/sync/latest") - before);
            late.Add((dossier.Elapsed - _world.Options.SyncDuration) / SyncDuration);
        }

        Assert.InRange(polls.Skip(1).Average(), 1, spread == 0 ? 1.7 : 2.5);
        Assert.All(polls.Skip(1), count => Assert.InRange(count, 1, spread == 0 ? 2 : 6));
        // With nine polls each they were 2.5 % late on average, and 3.6 % where durations differ by a tenth; now it is about 1.5 % and 8 %.
        Assert.InRange(late.Skip(5).Average(), 0, spread == 0 ? 0.03 : 0.15);
    }

    /// <summary>The connection is gone, the user is, or the user has to consent again: what was known is asked for after all.</summary>
    [Theory]
    [InlineData("user")]
    [InlineData("connection")]
    public async Task Collect_WhatTheStoreKnowsIsSoNoMore_IsFoundOutAndMended(string gone)
    {
        CompanyRequest[] one = Companies(1);
        await RunAsync(one, journal: null);
        QardUser user = Assert.Single(await _world.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync()));
        if (gone == "user")
        {
            await _world.RunAsync(client => client.Users.RemoveAsync(user.Id!, CancellationToken.None));
        }
        else
        {
            QardDataConnection connection = Assert.Single(await _world.RunAsync(client => client.Connections.ListAsync(user.Id!, CancellationToken.None).ReadAllAsync()));
            await _world.RunAsync(client => client.Connections.RemoveAsync(user.Id!, connection.Id!, CancellationToken.None));
        }

        Assert.Equal(1, (await RunAsync(one, journal: null)).Complete);
        QardUser now = Assert.Single(await _world.RunAsync(client => client.Users.ListAsync(CancellationToken.None).ReadAllAsync()));
        Assert.Single(await _world.RunAsync(client => client.Connections.ListAsync(now.Id!, CancellationToken.None).ReadAllAsync()));
    }

    private static CompanyRequest[] Companies(int count) => [.. Enumerable.Range(0, count).Select(i => new CompanyRequest($"{200_000_000 + i}", $"Company {i}"))];

    /// <summary>One after the other, so that the requests of each are counted.</summary>
    private async Task<IReadOnlyList<Collected>> CollectAsync(QardClient client, IEnumerable<CompanyRequest> companies)
    {
        CompanyCollector collector = new(client, new());
        List<Collected> collected = [];
        foreach (CompanyRequest company in companies)
        {
            long before = _world.Handler.RequestCount;
            CompanyDossier dossier = await _world.Clock.RunAsync(() => collector.CollectAsync(company, null, CancellationToken.None));
            collected.Add(new(dossier, _world.Handler.RequestCount - before));
        }

        return collected;
    }

    private async Task<CollectionSummary> RunAsync(IEnumerable<CompanyRequest> companies, string? journal, bool store = true, QardClient? client = null)
    {
        client ??= _world.Client;
        CollectionOptions options = new();
        using CollectionRun run = new(
            client,
            options,
            shard: null,
            journal is null ? null : CollectionJournal.Open(journal, options, client.BaseUri, shard: null, force: false, _world.Clock),
            store ? new DossierStore(StorePath) : null);
        foreach (CompanyRequest company in companies.Where(company => run.ShouldProcess(company.Siren)))
        {
            run.Confirm(await _world.Clock.RunAsync(() => run.CollectAsync(company, null, CancellationToken.None)));
        }

        run.Finish();
        return run.Summary;
    }

    private sealed record Collected(CompanyDossier Dossier, long Requests);
}
