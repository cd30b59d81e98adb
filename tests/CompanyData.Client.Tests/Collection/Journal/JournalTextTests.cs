using CompanyData.Client.Tests.Support;
using CompanyData.Collection;

namespace CompanyData.Client.Tests.Collection;

/// <summary>Journals as they may be found on a disk, line by line.</summary>
public sealed class JournalTextTests : IDisposable
{
    private const string Created = """{"at":"2026-01-01T00:00:01Z","step":"create","siren":"123456789","attempt":1}""";
    private readonly JournalWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("  \t\r\n")]
    [InlineData(" \n\t\n")]
    public void Read_BlankLinesInTheMiddle_GoesOnBehindThem(string blank)
    {
        Write(Run(), Created + "\n" + blank + User("222222222", "u-2"));
        Assert.Equal(["123456789", "222222222"], _world.Read().Keys);
        string before = _world.Text;
        _world.Open().Dispose();
        Assert.Equal(before, _world.Text);
    }

    /// <summary>Longer than what is read at once, and a line that is so by itself.</summary>
    [Fact]
    public void Read_LongJournalWithALongLine_IsReadWhole()
    {
        const int Companies = 2000;
        string note = $$"""{"at":"2026-01-01T00:00:01Z","step":"note","siren":"123456789","note":"{{new string('x', 200_000)}}"}""";
        Write([Run(), .. Enumerable.Range(0, Companies).Select(i => User($"{200_000_000 + i}", $"u-{i}")), note, User("300000000", "last")]);
        IReadOnlyDictionary<string, JournaledCompany> companies = _world.Read();
        Assert.Equal(Companies + 2, companies.Count);
        Assert.All(Enumerable.Range(0, Companies), i => Assert.Equal($"u-{i}", companies[$"{200_000_000 + i}"].UserId));
        Assert.Equal("last", companies["300000000"].UserId);
    }

    [Fact]
    public void Read_LineThatNeverEnds_IsCorruptAndNamed()
    {
        Write(Run(), Created, $"{{\"step\":\"{new string('x', 17 * 1024 * 1024)}\"}}");
        JournalException refusal = Assert.Throws<JournalException>(_world.Read);
        Assert.Equal(JournalErrorKind.Corrupt, refusal.Kind);
        Assert.StartsWith("Line 3 ", refusal.Message);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"step":"user"}""")]
    [InlineData("""{"step":"user","siren":"12345678"}""")]
    [InlineData("""{"step":"run","v":1}""")]
    public void Read_LineInTheMiddleSaysNothing_IsCorrupt(string line)
    {
        Write(Run(), line, Created);
        Assert.Equal(JournalErrorKind.Corrupt, _world.Refusal().Kind);
    }

    /// <summary>Nothing says that the kill came after the line rather than within the next character.</summary>
    [Fact]
    public void Open_FirstLineHasNoEnd_BeginsAnew()
    {
        File.WriteAllText(_world.JournalPath, Run());
        _world.Open(new CollectionOptions { DataTypes = ["ACT"] }).Dispose();
        Assert.Empty(_world.Text);
    }

    [Fact]
    public void Open_LastLineIsTorn_IsBroughtToTheDiskAsCut()
    {
        Write(Run(), Created);
        string sound = _world.Text;
        File.AppendAllText(_world.JournalPath, """{"at":"2026-01-01T""");
        FlushCounter disk = new();
        using (Open(disk))
        {
            Assert.Equal(1, disk.Flushes);
        }

        Assert.Equal(sound, _world.Text);
        Open(disk).Dispose();
        Assert.Equal(1, disk.Flushes);
    }

    [Fact]
    public void Open_OfAnotherServiceOrProvider_IsRefused()
    {
        Write(Run(provider: "other"));
        Assert.Contains("of 'other' at", _world.Refusal().Message);
        Write(Run(service: "https://other.example.test/"));
        Assert.Contains("https://other.example.test/", _world.Refusal().Message);
        Write(Run());
        Assert.Contains("COMPANY_PROFILE, COMPANY_OFFICER, BENEFICIAL_OWNER of", _world.Refusal(new() { DataTypes = ["ACT"] }).Message);
    }

    [Fact]
    public void Open_RunWithoutDataTypes_IsAnotherRun()
    {
        Write(Run(types: null));
        Assert.Equal(JournalErrorKind.Mismatch, _world.Refusal().Kind);
    }

    [Fact]
    public void Peek_OpensNothingAndSeesWhatOpenWould()
    {
        Write(Run(), Created, Outcome("Complete"));
        using (CollectionJournal journal = Peek(new(), force: false))
        {
            Assert.True(journal.IsComplete("123456789"));
            Assert.Equal(1, journal.Complete);
        }

        using (CollectionJournal forced = Peek(new() { DataTypes = ["ACT"] }, force: true))
        {
            Assert.False(forced.IsComplete("123456789"));
        }

        Assert.Equal(JournalErrorKind.Mismatch, Assert.Throws<JournalException>(() => Peek(new() { DataTypes = ["ACT"] }, force: false)).Kind);
    }

    [Fact]
    public async Task Run_ForcedOnANewJournal_IsAnOrdinaryOne()
    {
        await _world.RunAsync([new("123456789", "Example")], force: true);
        Assert.DoesNotContain("force", _world.Text);
        Assert.DoesNotContain("failures", _world.Text);
        await _world.RunAsync([new("123456789", "Example")], force: true);
        Assert.Contains("\"force\":true", _world.Text);
    }

    [Fact]
    public void Read_Outcome_SaysWhatFailedAndForWhichRequest()
    {
        Write(Run(), Created, Outcome("Failed", """{"step":"User","code":"QardInvalid","request":"r-1"},{"step":"Sync"}"""));
        JournaledCompany company = Assert.Single(_world.Read()).Value;
        Assert.Equal("User: QardInvalid (request r-1); Sync: failed", company.LastError);
        Assert.Equal("123456789 Failed", company.ToString());
    }

    [Fact]
    public void Read_OutcomeOfALaterVersion_IsUnderWay()
    {
        Write(Run(), Created, Outcome("Postponed"));
        Assert.Equal(JournalState.UnderWay, Assert.Single(_world.Read()).Value.State);
    }

    /// <summary>A state that is not complete must not count as one, where complete ones are kept as well.</summary>
    [Fact]
    public void Read_CompanyCollectedAgain_IsInItsLastState()
    {
        Write(Run(), User("123456789", "u-1"), Outcome("Complete"), User("123456789", "u-1"), Outcome("Failed", """{"step":"Sync","code":"x"}"""));
        using CollectionJournal journal = _world.Open();
        Assert.Equal((0, false), (journal.Complete, journal.IsComplete("123456789")));
        Assert.Equal("u-1", journal.Find("123456789")!.UserId);
        Write(Run(), User("123456789", "u-1"), Outcome("Failed", """{"step":"Sync","code":"x"}"""), Outcome("Complete"));
        Assert.Equal((JournalState.Complete, null, "u-1"), (_world.Read()["123456789"].State, _world.Read()["123456789"].LastError, _world.Read()["123456789"].UserId));
    }

    [Theory]
    [InlineData("u-1", true)]
    [InlineData("u-2", false)]
    public void Read_UserAfterASync_KeepsWhatWasBeforeOnlyForTheSame(string next, bool isKept)
    {
        Write(Run(), User("123456789", "u-1"), """{"at":"2026-01-01T00:00:02Z","step":"sync","siren":"123456789","before":["s-1"]}""", User("123456789", next));
        Assert.Equal(isKept, Assert.Single(_world.Read()).Value.SyncBefore is not null);
    }

    /// <summary>Another user of the siren may have other connections, so they have to be listed again.</summary>
    [Theory]
    [InlineData("u-1", true, true)]
    [InlineData("u-2", true, false)]
    [InlineData("u-1", false, false)]
    public void Read_UserAfterAConnection_HasNoOtherOnlyIfItIsTheSame(string next, bool isOnly, bool hasNoOther)
    {
        string connection = $$"""{"at":"2026-01-01T00:00:02Z","step":"connection","siren":"123456789","connection":"c-1"{{(isOnly ? ",\"only\":true" : "")}}}""";
        Write(Run(), User("123456789", "u-1"), connection, User("123456789", next));
        Assert.Equal(hasNoOther, Assert.Single(_world.Read()).Value.HasNoOther);
    }

    /// <summary>How long a synchronisation took counts for runs that ask for the same, and only where it can be true.</summary>
    [Theory]
    [InlineData("[1,2]", 2)]
    [InlineData("[0,2]", 2)]
    [InlineData("[-1,2]", 0)]
    [InlineData("[2,2]", 0)]
    [InlineData("[2]", 0)]
    [InlineData("[1,922337203685.47758]", 0)]
    public void Read_HowLongASyncTook_IsKnownToTheNextRun(string took, int seconds)
    {
        string ended = Outcome("Complete").Replace("\"failures\"", $"\"took\":{took},\"failures\"", StringComparison.Ordinal);
        Write(Run(), Created, ended, Run());
        using (CollectionJournal same = _world.Open())
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), same.SyncDuration.High);
        }

        Write(Run(types: null), Created, ended, Run(types: null), Run());
        using CollectionJournal other = _world.Open();
        Assert.Equal(TimeSpan.Zero, other.SyncDuration.High);
    }

    [Theory]
    [InlineData("""{"step":"Sync","code":"QardWaitTimeout"}""", true)]
    [InlineData("""{"step":"COMPANY_OFFICER","code":"FETCH_ERROR"},{"step":"Sync","code":"QardWaitTimeout"}""", true)]
    [InlineData("""{"step":"COMPANY_OFFICER","code":"QardWaitTimeout"}""", false)]
    [InlineData("""{"step":"Sync","code":"QardServerError"}""", false)]
    public void Read_SyncThatTimedOut_IsKnownAsThat(string failures, bool timedOut)
    {
        Write(Run(), Created, Outcome("Failed", failures));
        Assert.Equal(timedOut, Assert.Single(_world.Read()).Value.SyncTimedOut);
    }

    /// <summary>A dossier of an earlier millisecond belongs to an earlier journal.</summary>
    [Fact]
    public void StartedAt_IsOfTheFirstRunThatStillCounts()
    {
        Write(Run(), Created, Run(at: "2026-02-01T00:00:00Z"));
        using (CollectionJournal journal = _world.Open())
        {
            Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), journal.StartedAt);
        }

        Write(Run(), Created, Run(at: "2026-02-01T00:00:00Z").Replace("\"v\":1", "\"v\":1,\"force\":true"), Run(at: "2026-03-01T00:00:00Z"));
        using (CollectionJournal journal = _world.Open())
        {
            Assert.Equal(new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc), journal.StartedAt);
        }
    }

    private static string User(string siren, string user) => $$"""{"at":"2026-01-01T00:00:01Z","step":"user","siren":"{{siren}}","attempt":1,"user":"{{user}}"}""";

    private static string Outcome(string outcome, string? failures = null)
        => $$"""{"at":"2026-01-01T00:00:05Z","step":"outcome","siren":"123456789","outcome":"{{outcome}}","failures":[{{failures}}]}""";

    private string Run(string? service = null, string provider = "company_legal_fr", string? types = "\"COMPANY_PROFILE\",\"COMPANY_OFFICER\",\"BENEFICIAL_OWNER\"", string at = "2026-01-01T00:00:00Z")
        => $$"""{"v":1,"at":"{{at}}","step":"run","service":"{{service ?? _world.Sandbox.Client.BaseUri.AbsoluteUri}}","provider":"{{provider}}"{{(types is null ? "" : $",\"types\":[{types}]")}}}""";

    private void Write(params string[] lines) => File.WriteAllText(_world.JournalPath, string.Concat(lines.Select(line => line + "\n")));

    private CollectionJournal Open(IFileSystem files)
        => CollectionJournal.Open(_world.JournalPath, new(), _world.Sandbox.Client.BaseUri, shard: null, force: false, TimeProvider.System, files);

    private CollectionJournal Peek(CollectionOptions options, bool force)
        => CollectionJournal.Peek(_world.JournalPath, options, _world.Sandbox.Client.BaseUri, shard: null, force, TimeProvider.System);
}
