using CompanyData.Collection;

namespace CompanyData.Client.Tests.Collection;

public sealed class JournalTests : IDisposable
{
    private static readonly CompanyRequest One = new("123456789", "Maison Exemple SAS");
    private static readonly CompanyRequest Two = new("222222222", "Deuxième SARL");
    private readonly JournalWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Run_OneCompany_WritesEachStepBeforeTheNext()
    {
        await _world.RunAsync([One]);
        string[] steps = [.. _world.Lines.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("step").GetString()!)];
        Assert.Equal(["run", "create", "user", "connection", "sync", "outcome"], steps);
        JournaledCompany company = Assert.Single(_world.Read()).Value;
        Assert.Equal((JournalState.Complete, 1, null, null), (company.State, company.Attempts, company.LastError, company.Step));
        Assert.Equal(Assert.Single(await _world.UsersAsync()).Id, company.UserId);
    }

    [Fact]
    public async Task Run_AnyCompany_LeavesNoNameAndNoKeyInTheJournal()
    {
        IReadOnlyList<CompanyDossier> dossiers = await _world.RunAsync([One, new("000000001", "Partielle SA"), new("000000003", "Perdue SA")]);
        string[] names = [.. dossiers.SelectMany(dossier => dossier.Officers).Select(officer => officer.LastName!), "Maison", "Partielle", "Perdue"];
        Assert.True(names.Length > 3);
        Assert.All(names, name => Assert.DoesNotContain(name, _world.Text));
        Assert.DoesNotContain(_world.Sandbox.Options.QardApiKey, _world.Text);
    }

    [Fact]
    public async Task Run_SomethingFails_SaysWhatByItsCode()
    {
        await _world.RunAsync([new("000000001", "Example"), new("000000003", "Example"), new("333333333", Name: null)]);
        IReadOnlyDictionary<string, JournaledCompany> companies = _world.Read();
        Assert.Equal((JournalState.Partial, "COMPANY_OFFICER: FETCH_ERROR"), (companies["000000001"].State, companies["000000001"].LastError));
        Assert.Equal(JournalState.Failed, companies["000000003"].State);
        Assert.Equal((JournalState.Failed, "User: QardInvalid"), (companies["333333333"].State, companies["333333333"].LastError));
    }

    [Fact]
    public async Task Run_Again_LeavesOutWhatIsCompleteAndTriesAgainWhatIsNot()
    {
        await _world.RunAsync([One, new("000000001", "Example")]);
        IReadOnlyList<CompanyDossier> again = await _world.RunAsync([One, Two, new("000000001", "Example")]);
        Assert.Equal(["222222222", "000000001"], again.Select(dossier => dossier.Siren));
        Assert.Equal(2, _world.Read()["000000001"].Attempts);
        Assert.Equal(1, _world.Read()["123456789"].Attempts);
    }

    [Fact]
    public async Task Run_Forced_CollectsEverythingAnewAndKeepsWhatWasWritten()
    {
        await _world.RunAsync([One, Two]);
        string before = _world.Text;
        Assert.Single(await _world.RunAsync([One], force: true));
        Assert.StartsWith(before, _world.Text);
        Assert.Equal("222222222", Assert.Single(await _world.RunAsync([One, Two])).Siren);
        await _world.AssertAllCompleteAsync([One, Two]);
    }

    [Fact]
    public async Task Open_AskedForSomethingElse_IsRefusedUnlessForced()
    {
        await _world.RunAsync([One]);
        CollectionOptions others = new() { DataTypes = ["ACT"] };
        JournalException refusal = _world.Refusal(others);
        Assert.Equal(JournalErrorKind.Mismatch, refusal.Kind);
        Assert.Contains("ACT", refusal.Message);
        Assert.Contains("COMPANY_PROFILE", refusal.Message);
        Assert.Contains("-Force", refusal.Remedy);

        Assert.Single(await _world.RunAsync([One], others, force: true));
        Assert.Equal(JournalErrorKind.Mismatch, _world.Refusal().Kind);
    }

    [Fact]
    public void Open_ByTwo_RefusesTheSecondAndLetsItReadOn()
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS(), "Files are locked on Linux and Windows only.");
        using (CollectionJournal first = _world.Open())
        {
            JournalException refusal = _world.Refusal();
            Assert.Equal(JournalErrorKind.InUse, refusal.Kind);
            Assert.Contains(_world.JournalPath, refusal.Message);
            Assert.Empty(CollectionJournal.Read(_world.JournalPath));
        }

        _world.Open().Dispose();
    }

    /// <summary>
    /// Found by simulation (world 3200): of what was not flushed when the power failed, the disk kept a later page and not the one before.
    /// </summary>
    [Fact]
    public async Task Open_PageOfTheLastWriteIsLost_GoesOnFromTheLineBefore()
    {
        await _world.RunAsync([One]);
        string sound = _world.Text;
        File.AppendAllText(_world.JournalPath, $"{new string('\0', 300)}rt\":\"x\"}}\n{_world.Lines[^1]}\n");

        Assert.Equal(JournalState.Complete, Assert.Single(CollectionJournal.Read(_world.JournalPath)).State);
        _world.Open().Dispose();
        Assert.Equal(sound, _world.Text);
    }

    [Fact]
    public async Task Open_LineInTheMiddleIsCorrupt_NamesItAndChangesNothing()
    {
        await _world.RunAsync([One]);
        string[] lines = _world.Lines;
        lines[3] = lines[3].Substring(0, 20);
        File.WriteAllLines(_world.JournalPath, lines);
        string before = _world.Text;

        JournalException refusal = _world.Refusal();
        Assert.Equal(JournalErrorKind.Corrupt, refusal.Kind);
        Assert.Contains("Line 4 ", refusal.Message);
        Assert.Contains(_world.JournalPath, refusal.Message);
        Assert.Equal(before, _world.Text);
        Assert.Equal(JournalErrorKind.Corrupt, Assert.Throws<JournalException>(() => CollectionJournal.Read(_world.JournalPath)).Kind);
    }

    [Theory]
    [InlineData("{\"at\":\"2026-01-01T00:00:00Z\",\"step\":\"outc")]
    [InlineData("{\"at\":\"2026-01-01T00:00:00Z\",\"step\":\"outc\n")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    public async Task Open_LastLineIsTorn_CutsItOffAndGoesOn(string torn)
    {
        await _world.RunAsync([One]);
        string sound = _world.Text;
        File.AppendAllText(_world.JournalPath, torn);
        Assert.Equal(JournalState.Complete, Assert.Single(_world.Read()).Value.State);

        await _world.RunAsync([One, Two]);
        Assert.StartsWith(sound, _world.Text);
        await _world.AssertAllCompleteAsync([One, Two]);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("siren,name\n123456789,Example\n")]
    [InlineData("[]\n")]
    [InlineData("{\"step\":\"user\",\"siren\":\"123456789\"}\n")]
    public void Open_SomeOtherFile_IsRefusedAndLeftAsItIs(string text)
    {
        File.WriteAllText(_world.JournalPath, text);
        Assert.Equal(JournalErrorKind.NotAJournal, _world.Refusal().Kind);
        Assert.Equal(text, _world.Text);
    }

    [Fact]
    public void Open_OfALaterVersion_IsRefused()
    {
        File.WriteAllText(_world.JournalPath, "{\"v\":2,\"at\":\"2026-01-01T00:00:00Z\",\"step\":\"run\",\"service\":\"https://x.test/\"}\n");
        JournalException refusal = _world.Refusal();
        Assert.Contains("later version", refusal.Message);
    }

    [Fact]
    public async Task Open_StepOfALaterVersion_IsPassedOver()
    {
        await _world.RunAsync([One]);
        File.AppendAllText(_world.JournalPath, "{\"at\":\"2026-01-01T00:00:00Z\",\"step\":\"archived\",\"siren\":\"222222222\",\"new\":1}\n");
        Assert.Equal(2, _world.Read().Count);
        Assert.Equal(JournalState.UnderWay, _world.Read()["222222222"].State);
    }

    [Fact]
    public void Open_FolderIsMissing_SaysSo()
    {
        string path = Path.Combine(_world.JournalPath, "no", "such", "run.jsonl");
        JournalException refusal = Assert.Throws<JournalException>(
            () => CollectionJournal.Open(path, new(), new("https://x.test/"), null, force: false, TimeProvider.System));
        Assert.Equal(JournalErrorKind.Unusable, refusal.Kind);
        Assert.Equal($"'{path}' cannot be found.", refusal.Message);
        Assert.Contains("folder", refusal.Remedy);
    }

    [Fact]
    public void Peek_NoFile_MakesNone()
    {
        using CollectionJournal journal = CollectionJournal.Peek(_world.JournalPath, new(), new("https://x.test/"), null, force: false, TimeProvider.System);
        Assert.False(journal.IsComplete("123456789"));
        Assert.False(File.Exists(_world.JournalPath));
    }

    [Fact]
    public async Task Open_OnUnix_IsTheOwnersAlone()
    {
        await _world.RunAsync([One]);
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such mode.");
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_world.JournalPath));
    }

    [Fact]
    public async Task Append_DiskIsFull_FailsThenAndAtTheEnd()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has /dev/full.");
        FileStream full = new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        JournalWriter writer = new("run.jsonl", full, new() { Step = JournalStep.Run });
        JournalException failure = await Assert.ThrowsAsync<JournalException>(() => writer.AppendAsync(new() { Step = JournalStep.User }));
        Assert.Equal(JournalErrorKind.Unusable, failure.Kind);
        await Assert.ThrowsAsync<JournalException>(() => writer.AppendAsync(new() { Step = JournalStep.User }));
        Assert.Throws<JournalException>(writer.Close);
    }

    [Fact]
    public async Task Append_AfterTheEnd_IsCancelled()
    {
        CollectionJournal journal = _world.Open();
        journal.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => journal.AppendAsync(new() { Step = JournalStep.User }));
    }
}
