using System.Text.Json.Nodes;
using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Collection;

/// <summary>Runs that are cut off, and the next one.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int RequestsOfOne = 13;
    private static readonly CompanyRequest[] Three = [new("123456789", "One"), new("222222222", "Two"), new("333333333", "Three")];
    private readonly JournalWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Resume_AnyPrefixOfTheJournal_EndsInTheSameState()
    {
        await _world.RunAsync(Three);
        byte[] whole = await File.ReadAllBytesAsync(_world.JournalPath);
        await Holds.ForAllAsync(Gen.Choose(0, whole.Length), async length =>
        {
            await File.WriteAllBytesAsync(_world.JournalPath, whole.AsSpan(0, length).ToArray());
            await _world.RunAsync(Three);
            await _world.AssertAllCompleteAsync(Three);
        });
    }

    [Fact]
    public Task Resume_KilledAtAnyRequest_EndsInTheSameState() => Holds.ForAllAsync(
        from at in Gen.Choose(1, 3 * RequestsOfOne)
        from takesEffect in Gen.Elements(true, false)
        from again in Gen.Choose(0, 3 * RequestsOfOne)
        select (at, takesEffect, again),
        async kill =>
        {
            using JournalWorld world = new();
            await world.KilledRunAsync(Three, KillSwitch.Nth(kill.at), kill.takesEffect);
            if (kill.again > 0)
            {
                await world.KilledRunAsync(Three, KillSwitch.Nth(kill.again), !kill.takesEffect);
            }

            await world.RunAsync(Three);
            await world.AssertAllCompleteAsync(Three);
        });

    [Fact]
    public async Task Resume_SyncIsRunning_JoinsItAndStartsNone()
        => Assert.Equal(1, await SyncsAfterResumeAsync(TimeSpan.FromSeconds(10)));

    [Fact]
    public async Task Resume_SyncHasEndedSince_TakesItAndStartsNone()
        => Assert.Equal(1, await SyncsAfterResumeAsync(TimeSpan.FromHours(3)));

    [Fact]
    public async Task Resume_SyncTimedOutBefore_TakesItOnceItHasEnded()
    {
        CompanyRequest[] one = [Three[0]];
        Assert.Equal(
            "QardWaitTimeout",
            (await _world.RunAsync(one, new() { SyncTimeout = TimeSpan.FromSeconds(5) }))[0].Failures[0].Code);
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(DossierStatus.Complete, (await _world.RunAsync(one))[0].Status);
        Assert.Equal(3, await SyncItemsAsync());
    }

    /// <summary>It stays FETCHING for ever. Whether it still runs, only the service can tell: it refuses another one as long as it does.</summary>
    [Fact]
    public async Task Resume_SyncTimedOutAndLooksAsIfItRan_AsksForANewOneEachTime()
    {
        CompanyRequest[] one = [new("000000004", "Stuck")];
        for (int run = 1; run <= 3; run++)
        {
            Assert.Equal("QardWaitTimeout", (await _world.RunAsync(one))[0].Failures[0].Code);
            Assert.Equal(run, _world.Sandbox.Trouble.CountOf("POST", "/sync"));
        }
    }

    /// <summary>Two of three types have ended, and the third never shows: nothing of it runs any more.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Resume_SyncDiedInTheMiddle_StartsANewOne(bool timedOut)
    {
        CompanyRequest[] one = [Three[0]];
        bool isDead = true;
        TroubleHandler.Trouble latest = async (send, token) =>
        {
            HttpResponseMessage response = await send();
            JsonArray items = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!.AsArray();
            if (isDead && items.Count > 0)
            {
                items.RemoveAt(0);
            }

            response.Content = new StringContent(items.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
            return response;
        };
        _world.Sandbox.Trouble.Next("GET", "/sync/latest", [.. Enumerable.Repeat(latest, 10_000)]);
        if (timedOut)
        {
            Assert.Equal("QardWaitTimeout", (await _world.RunAsync(one))[0].Failures[0].Code);
        }
        else
        {
            await _world.KilledRunAsync(one, KillSwitch.Post("/sync"), takesEffect: true);
            await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        }

        _world.Sandbox.Trouble.Next("POST", "/sync", (send, _) =>
        {
            isDead = false;
            return send();
        });
        Assert.Equal(DossierStatus.Complete, (await _world.RunAsync(one))[0].Status);
    }

    [Fact]
    public async Task Resume_SyncItselfFailed_StartsANewOne()
    {
        CompanyRequest[] one = [new("000000003", "Failing")];
        await _world.RunAsync(one);
        await _world.RunAsync(one);
        Assert.Equal(2, _world.Sandbox.Trouble.CountOf("POST", "/sync"));
    }

    [Fact]
    public async Task Resume_UserIsGone_MakesANewOneAndANewSync()
    {
        CompanyRequest[] one = [Three[0]];
        await _world.KilledRunAsync(one, KillSwitch.Post("/sync"), takesEffect: true);
        string gone = _world.Read()["123456789"].UserId!;
        await _world.Sandbox.RunAsync(client => client.Users.RemoveAsync(gone, CancellationToken.None));

        CompanyDossier dossier = Assert.Single(await _world.RunAsync(one));
        Assert.Equal(DossierStatus.Complete, dossier.Status);
        Assert.NotEqual(gone, dossier.UserId);
        await _world.AssertAllCompleteAsync(one);
    }

    /// <param name="minutes">For how long nothing ran: what was sent just before the kill is as young as the machine's clock says, or younger.</param>
    /// <param name="isSecond">Whether it is created because an earlier one was removed, which the journal knows.</param>
    [Theory]
    [InlineData(0, false)]
    [InlineData(60, false)]
    [InlineData(0, true)]
    public async Task Resume_KilledBetweenCreateAndItsLateEffect_WaitsAndTakesThatUser(int minutes, bool isSecond)
    {
        // The request was on its way when the run was killed; it takes effect only three seconds later.
        CompanyRequest[] one = [Three[0]];
        int posts = 0;
        if (isSecond)
        {
            await _world.KilledRunAsync(one, KillSwitch.Post("/data-connections"), takesEffect: false);
            await _world.Sandbox.RunAsync(client => client.Users.RemoveAsync(_world.Read()["123456789"].UserId!, CancellationToken.None));
        }

        await _world.KilledRunAsync(one, KillSwitch.Post("/legal"), takesEffect: false);
        Assert.Equal("create", _world.Read()["123456789"].Step);
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(minutes));
        using ITimer late = _world.Sandbox.Clock.CreateTimer(
            _ =>
            {
                posts++;
                using HttpClient service = new(_world.Sandbox.Handler, disposeHandler: false);
                using HttpRequestMessage request = new(HttpMethod.Post, new Uri(_world.Sandbox.Client.BaseUri, "users/legal"))
                {
                    Content = new StringContent("""{"name":"One","siren":"123456789"}""", System.Text.Encoding.UTF8, "application/json"),
                };
                request.Headers.Add("X-API-KEY", _world.Sandbox.Options.QardApiKey);
                service.SendAsync(request).GetAwaiter().GetResult().EnsureSuccessStatusCode();
            },
            null,
            TimeSpan.FromSeconds(3),
            Timeout.InfiniteTimeSpan);

        await _world.RunAsync(one);
        Assert.Equal(1, posts);
        await _world.AssertAllCompleteAsync(one);
    }

    [Fact]
    public async Task Resume_KilledBetweenConnectAndItsShowing_WaitsAndTakesThatConnection()
    {
        CompanyRequest[] one = [Three[0]];
        await _world.KilledRunAsync(one, KillSwitch.Post("/data-connections"), takesEffect: true);
        _world.Sandbox.Trouble.Next("GET", "/data-connections", (_, _) => Task.FromResult(
            new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent("[]", System.Text.Encoding.UTF8, "application/json") }));
        Assert.Equal(DossierStatus.Complete, (await _world.RunAsync(one))[0].Status);
        Assert.Equal(0, _world.Sandbox.Trouble.CountOf("POST", "/data-connections"));
    }

    [Fact]
    public async Task Resume_ListLagsBehind_TakesTheUserOfTheJournal()
    {
        CompanyRequest[] one = [Three[0]];
        await _world.KilledRunAsync(one, KillSwitch.Post("/data-connections"), takesEffect: true);
        _world.Sandbox.Trouble.Next("GET", "/users", (_, _) => Task.FromResult(
            new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent("[]", System.Text.Encoding.UTF8, "application/json") }));
        await _world.RunAsync(one);
        await _world.AssertAllCompleteAsync(one);
    }

    [Fact]
    public async Task Resume_ASecondUserHasAppeared_KeepsTheOneOfTheJournalAndSaysSo()
    {
        CompanyRequest[] one = [Three[0]];
        await _world.KilledRunAsync(one, KillSwitch.Post("/data-connections"), takesEffect: false);
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(10));
        await _world.Sandbox.UserAsync(one[0].Siren);
        CompanyDossier dossier = Assert.Single(await _world.RunAsync(one));
        Assert.Equal($"2 users have this siren; {dossier.UserId} was used, as at the start of the run.", Assert.Single(dossier.Remarks));
    }

    [Fact]
    public async Task Resume_AnOlderUserHasAppeared_KeepsTheOneOfTheJournal()
    {
        await _world.Sandbox.UserAsync(Three[0].Siren);
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        string used = await _world.Sandbox.UserAsync(Three[0].Siren);
        using (CollectionJournal journal = _world.Open())
        {
            await new CompanyCheckpoint(journal, Three[0].Siren).FoundAsync(used);
        }

        Assert.Equal(used, Assert.Single(await _world.RunAsync([Three[0]])).UserId);
    }

    /// <summary>Whatever an earlier run created has shown by then, so nobody waits for it or asks twice.</summary>
    [Theory]
    [InlineData("/legal", "/users")]
    [InlineData("/data-connections", "/data-connections")]
    public async Task Resume_LongAfterTheJournalWasOpened_AsksOnce(string created, string list)
    {
        await _world.KilledRunAsync([Three[0]], KillSwitch.Post(created), takesEffect: false);
        using CollectionRun run = new(_world.Sandbox.Client, new(), shard: null, _world.Open());
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(5));
        CompanyDossier dossier = await _world.Sandbox.RunAsync(_ => run.CollectAsync(Three[0], null, CancellationToken.None));
        Assert.Equal((DossierStatus.Complete, 1), (dossier.Status, _world.Sandbox.Trouble.CountOf("GET", list)));
    }

    /// <summary>How many synchronisations there are of a company whose run was killed right after it had asked for one.</summary>
    private async Task<int> SyncsAfterResumeAsync(TimeSpan later)
    {
        CompanyRequest[] one = [Three[0]];
        await _world.KilledRunAsync(one, KillSwitch.Post("/sync"), takesEffect: true);
        await _world.Sandbox.Clock.AdvanceAsync(later);
        CompanyDossier dossier = Assert.Single(await _world.RunAsync(one));
        Assert.Equal(DossierStatus.Complete, dossier.Status);
        Assert.Equal(0, _world.Sandbox.Trouble.CountOf("POST", "/sync"));
        return await SyncItemsAsync() / SandboxWorld.CompanyTypes.Length;
    }

    private async Task<int> SyncItemsAsync()
    {
        string user = (await _world.UsersAsync())[0].Id!;
        return (await _world.Sandbox.RunAsync(client => client.Syncs.ListHistoryAsync(user, 100, CancellationToken.None).ReadAllAsync())).Count;
    }
}
