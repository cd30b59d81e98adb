using System.Text.Json;
using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Qard;
using CompanyData.Sandbox;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Collection;

/// <summary>Where a webhook tells the end of a synchronisation, nobody polls for it.</summary>
public sealed class SyncEventTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromHours(24);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");
    private readonly SandboxWorld _world = new();

    private string EventPath => Path.Combine(_folder.FullName, "events.jsonl");

    public void Dispose()
    {
        _world.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>
    /// Synchronisations take from one hour to three. A second run knows users and connections from the store. COMPANYDATA_COMPANIES=10000 takes
    /// the full size, which lasts a minute.
    /// </summary>
    [Fact]
    public async Task Collect_CompaniesThatTakeHours_TakeSixRequestsWhereTheyAreKnownAndEightWhereNew()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("COMPANYDATA_COMPANIES"), out int given) ? given : 400;
        const int SideBySide = 100;
        CompanyRequest[] companies = [.. Enumerable.Range(0, count).Select(i => new CompanyRequest($"{200_000_000 + i}", $"Company {i}"))];
        using Receiver receiver = new(_world, EventPath);
        using QardClient client = receiver.Client;
        using QardSyncEvents events = new(EventPath, _world.Clock);
        CollectionOptions options = new() { SyncTimeout = Timeout, Events = events };
        DossierStore store = new(Path.Combine(_folder.FullName, "dossiers"));

        // Seven that the work takes and the search for the user; the first ones also poll until it is known that events come, and how many.
        double first = await RunAsync();
        double second = await RunAsync();
        output.WriteLine($"{count} companies: {first:F2} requests each where they are new, {second:F2} where the store knows them.");
        Assert.InRange(first, 8, 8.1 + (8.0 * SideBySide / count));
        Assert.InRange(second, 6, 6.1);

        async Task<double> RunAsync()
        {
            using CollectionRun run = new(client, options, shard: null, journal: null, store);
            long before = _world.Handler.RequestCount;
            using SemaphoreSlim places = new(SideBySide);
            CompanyDossier[] dossiers = await _world.Clock.RunAsync(() => Task.WhenAll(companies.Select(async company =>
            {
                await places.WaitAsync();
                try
                {
                    return await run.CollectAsync(company, null, CancellationToken.None);
                }
                finally
                {
                    places.Release();
                }
            })));
            Assert.All(dossiers, dossier => Assert.Equal(DossierStatus.Complete, dossier.Status));
            return (_world.Handler.RequestCount - before) / (double)count;
        }
    }

    [Fact]
    public async Task Wait_NoEventEverComes_EndsAllTheSame()
    {
        _world.Options.SyncDuration = TimeSpan.FromMinutes(20);
        using QardSyncEvents events = new(EventPath, _world.Clock);
        QardSync sync = await _world.StartAsync(await _world.ConnectedUserAsync());
        QardSyncResult result = await _world.RunAsync(client => client.Syncs.WaitAsync(sync, Timeout, events, null, CancellationToken.None));
        Assert.Equal(QardSyncResult.Success, result.Status);
        Assert.InRange(result.Waited, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40));
    }

    [Theory]
    [InlineData(2, 4)]
    [InlineData(20, 6)]
    public async Task Wait_ItsEventIsLost_EndsAtTwiceTheLongestTimeAndWithinSixHours(int longest, int expected)
    {
        using QardSyncEvents events = new(EventPath, _world.Clock);
        _world.Options.SyncDuration = TimeSpan.FromHours(longest);
        string told = await _world.ConnectedUserAsync();
        QardSync first = await _world.StartAsync(told);
        using ITimer receiver = _world.Clock.CreateTimer(
            _ => File.AppendAllText(EventPath, Line("DATA_SYNC_SUCCESS", told)), null, TimeSpan.FromHours(longest), System.Threading.Timeout.InfiniteTimeSpan);
        await _world.RunAsync(client => client.Syncs.WaitAsync(first, Timeout, events, null, CancellationToken.None));

        _world.Options.SyncDuration = TimeSpan.FromHours(1);
        QardSync second = await _world.StartAsync(await _world.ConnectedUserAsync());
        QardSyncResult result = await _world.RunAsync(client => client.Syncs.WaitAsync(second, Timeout, events, null, CancellationToken.None));
        Assert.InRange(result.Waited, TimeSpan.FromHours(expected - 0.1), TimeSpan.FromHours(expected + 0.1));
    }

    [Fact]
    public async Task Wait_EventsThatAreNone_AreIgnored()
    {
        _world.Options.SyncDuration = TimeSpan.FromHours(3);
        string user = await _world.ConnectedUserAsync();
        await File.WriteAllTextAsync(EventPath, $"{Line("DATA_SYNC_SUCCESS", user)}{Line("DATA_SYNC_SUCCESS", user)}");
        using QardSyncEvents events = new(EventPath, _world.Clock);
        await File.AppendAllTextAsync(EventPath, $"{Line("DATA_SYNC_FETCHING", user)}not JSON\n[1,2]\n{{}}\n{Line("DATA_CONNECTION_CONNECTED", user)}{Line("DATA_SYNC_SUCCESS", "somebody else")}");
        QardSync sync = await _world.StartAsync(user);
        int before = _world.Trouble.CountOf("GET", "/sync/latest");
        await _world.RunAsync(async client =>
        {
            ApiException timedOut = await Assert.ThrowsAsync<ApiException>(() => client.Syncs.WaitAsync(sync, TimeSpan.FromMinutes(50), events, null, CancellationToken.None));
            Assert.Equal(ApiErrorKind.WaitTimeout, timedOut.Kind);
        });
        // One when it is known that events come, for it takes a minute at the most until then, and the last one.
        Assert.InRange(_world.Trouble.CountOf("GET", "/sync/latest") - before, 1, 2);
    }

    private static string Line(string type, string user) => JsonSerializer.Serialize(new { eventType = type, userId = user, resourceId = Guid.NewGuid() }) + "\n";

    /// <summary>What a webhook receiver appends: an event for each third of a synchronisation, some of them late.</summary>
    private sealed class Receiver : DelegatingHandler
    {
        private readonly SandboxWorld _world;
        private readonly string _path;
        private readonly Random _random = new(1);
        private readonly List<ITimer> _timers = [];

        public Receiver(SandboxWorld world, string path)
            : base(world.Trouble)
        {
            (_world, _path) = (world, path);
            Client = new(
                new ServiceOptions { BaseUri = new(SandboxOptions.Origin, SandboxHandler.QardPath), Time = world.Clock, Handler = this }, new Secret(world.Options.QardApiKey));
        }

        public QardClient Client { get; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string[] path = request.RequestUri!.AbsolutePath.Split('/');
            if (request.Method != HttpMethod.Post || path[^1] != "sync")
            {
                return await base.SendAsync(request, cancellationToken);
            }

            HttpResponseMessage response;
            TimeSpan duration;
            lock (_random)
            {
                duration = _world.Options.SyncDuration = TimeSpan.FromHours(1 + (2 * _random.NextDouble()));
                response = base.SendAsync(request, cancellationToken).GetAwaiter().GetResult();
                for (int third = 1; third <= 3; third++)
                {
                    TimeSpan due = (duration * third / 3) + TimeSpan.FromSeconds(3 * _random.NextDouble());
                    _timers.Add(_world.Clock.CreateTimer(_ => Append(Line("DATA_SYNC_SUCCESS", path[^2])), null, due, System.Threading.Timeout.InfiniteTimeSpan));
                }
            }

            return response;
        }

        protected override void Dispose(bool disposing)
        {
            _timers.ForEach(timer => timer.Dispose());
            base.Dispose(disposing);
        }

        private void Append(string line)
        {
            lock (_timers)
            {
                File.AppendAllText(_path, line);
            }
        }
    }
}
