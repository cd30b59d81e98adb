using System.Text;
using CompanyData.Collection;

namespace CompanyData.Client.Tests.Collection;

/// <summary>Who may write to a journal, what a failing disk does to it, and what an editor may do to it.</summary>
public sealed class JournalFileTests : IDisposable
{
    private const string NoLocks = "Files are locked on Linux and Windows only.";

    private static readonly CompanyRequest One = new("123456789", "Maison Exemple SAS");
    private static readonly CompanyRequest Two = new("222222222", "Deuxième SARL");
    private readonly JournalWorld _world = new();

    private string Folder => Path.GetDirectoryName(_world.JournalPath)!;

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Open_ThroughALink_IsRefused(bool toTheFolder)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Links require a privilege on Windows, and macOS has no such locks.");
        using CollectionJournal first = _world.Open();
        string link = Path.Combine(Folder, "link");
        File.CreateSymbolicLink(link, toTheFolder ? Folder : _world.JournalPath);
        string other = toTheFolder ? Path.Combine(link, "run.jsonl") : link;
        Assert.Equal(JournalErrorKind.InUse, Refuse(other).Kind);
    }

    [Fact]
    public void Open_EverythingBesideTheJournalIsDeleted_IsStillRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS(), NoLocks);
        using CollectionJournal first = _world.Open();
        foreach (string file in Directory.GetFiles(Folder).Where(file => file != _world.JournalPath))
        {
            File.Delete(file);
        }

        Assert.Equal(JournalErrorKind.InUse, _world.Refusal().Kind);
    }

    [Fact]
    public void Open_ReadMeanwhileByTheSameProcess_IsStillRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS(), NoLocks);
        using CollectionJournal first = _world.Open();
        Assert.Empty(CollectionJournal.Read(_world.JournalPath));
        Assert.Equal(JournalErrorKind.InUse, _world.Refusal().Kind);
    }

    [Fact]
    public void Open_AnotherProgramHasItAlone_IsRefused()
    {
        using FileStream alone = new(_world.JournalPath, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(JournalErrorKind.InUse, _world.Refusal().Kind);
    }

    [Fact]
    public void Open_AnyOtherError_IsNotCalledAnotherRun()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links require a privilege on Windows.");
        string loop = Path.Combine(Folder, "loop");
        File.CreateSymbolicLink(loop, loop);
        JournalException refusal = Refuse(Path.Combine(loop, "run.jsonl"));
        Assert.Equal(JournalErrorKind.Unusable, refusal.Kind);
        Assert.Contains($"The journal '{loop}/run.jsonl' cannot be opened: ", refusal.Message);
        Assert.Contains("permissions", refusal.Remedy);
    }

    [Theory]
    [InlineData("\r\n", "\r\n\r\n  \r\n")]
    [InlineData("\n", "\n")]
    [InlineData("\n", "")]
    public async Task Open_SavedByAnEditor_ReadsAndResumes(string lineEnd, string atTheEnd)
    {
        await _world.RunAsync([One]);
        File.WriteAllText(_world.JournalPath, string.Join(lineEnd, _world.Lines) + atTheEnd, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(JournalState.Complete, Assert.Single(_world.Read()).Value.State);

        Assert.Equal(Two.Siren, Assert.Single(await _world.RunAsync([One, Two])).Siren);
        await _world.AssertAllCompleteAsync([One, Two]);
    }

    [Fact]
    public async Task Open_TornLineBeforeBlankOnes_IsCutOff()
    {
        await _world.RunAsync([One]);
        File.AppendAllText(_world.JournalPath, "{\"at\":\"2026-01-01T00:00:00Z\",\"step\":\"outc\n\n\n");
        await _world.RunAsync([One, Two]);
        await _world.AssertAllCompleteAsync([One, Two]);
    }

    [Fact]
    public async Task Close_DiskIsFull_SaysSoAndLetsTheFileGo()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has /dev/full.");
        FileStream full = new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        JournalWriter writer = new("run.jsonl", full, new() { Step = JournalStep.Run });
        await Assert.ThrowsAsync<JournalException>(() => writer.AppendAsync(new() { Step = JournalStep.User }));
        Assert.Equal(JournalErrorKind.Unusable, Assert.Throws<JournalException>(writer.Close).Kind);
        writer.Dispose();
        Assert.False(full.CanWrite);
    }

    [Fact]
    public async Task Append_AnythingGoesWrong_LeavesNobodyWaiting()
    {
        BrokenFile file = new(_world.JournalPath);
        using JournalWriter writer = new(_world.JournalPath, file, new() { Step = JournalStep.Run });
        Task[] appended = [.. Enumerable.Range(0, 5).Select(_ => writer.AppendAsync(new() { Step = JournalStep.User }))];
        foreach (Task one in appended)
        {
            JournalException failure = await Assert.ThrowsAsync<JournalException>(() => one.WaitAsync(TimeSpan.FromMinutes(2)));
            Assert.Contains("not supported here", failure.Message);
        }
    }

    private JournalException Refuse(string path) => Assert.Throws<JournalException>(
        () => CollectionJournal.Open(path, new(), _world.Sandbox.Client.BaseUri, shard: null, force: false, TimeProvider.System).Dispose());

    private sealed class BrokenFile(string path) : FileStream(path, FileMode.Create)
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is not supported here.");
    }
}
