using CompanyData.Client.Tests.Support;
using CompanyData.Collection;

namespace CompanyData.Client.Tests.Collection;

/// <summary>The journal's writer and the disk below it.</summary>
public sealed class JournalDiskTests : IDisposable
{
    private readonly JournalWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Append_IsOnTheDiskWhenItReturns()
    {
        FlushCounter disk = new();
        using CollectionJournal journal = CollectionJournal.Open(
            _world.JournalPath, new(), _world.Sandbox.Client.BaseUri, shard: null, force: false, TimeProvider.System, disk);
        for (int line = 1; line < 4; line++)
        {
            await journal.AppendAsync(new() { Step = JournalStep.User, Siren = "123456789" });
            Assert.Equal(1 + line, disk.Flushes);
            Assert.Equal(1 + line, _world.Lines.Length);
        }
    }

    [Fact]
    public void Close_WritesWhatIsLeftAndLetsOthersHaveIt()
    {
        CollectionJournal journal = _world.Open();
        Task[] lines = [.. Enumerable.Range(0, 100).Select(i => journal.AppendAsync(new() { Step = JournalStep.User, Siren = $"{100_000_000 + i}" }))];
        journal.Close();
        Assert.All(lines, line => Assert.True(line.IsCompletedSuccessfully));
        Assert.Equal(101, _world.Lines.Length);
        _world.Open().Dispose();
    }

    /// <summary>What comes behind a line that was lost would make its file corrupt.</summary>
    [Fact]
    public async Task Append_AfterAFailure_WritesNothingMore()
    {
        FailingOnceFile file = new(_world.JournalPath, new IOException("the last failure"));
        using JournalWriter writer = new(_world.JournalPath, file, new() { Step = JournalStep.Run });
        for (int line = 0; line < 3; line++)
        {
            JournalException failure = await Assert.ThrowsAsync<JournalException>(() => writer.AppendAsync(new() { Step = JournalStep.User }));
            Assert.Contains("the first failure", failure.Message);
            Assert.NotEmpty(failure.Remedy);
        }

        Assert.Equal(0, file.Length);
        Assert.Contains("the first failure", Assert.Throws<JournalException>(writer.Close).Message);
    }

    /// <summary>.NET reports a file that may not grow any further as an argument out of range.</summary>
    public static TheoryData<Exception> LastFailures => [new IOException("the last failure"), new ArgumentOutOfRangeException("value", "the last failure")];

    [Theory]
    [MemberData(nameof(LastFailures))]
    public void Dispose_OnlyClosingFails_IsReported(Exception failure)
    {
        JournalWriter writer = new(_world.JournalPath, new FailingOnceFile(_world.JournalPath, failure), new() { Step = JournalStep.Run });
        Assert.Contains("the last failure", Assert.Throws<JournalException>(writer.Close).Message);
    }

    private sealed class FailingOnceFile(string path, Exception lastFailure) : FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)
    {
        private bool _hasFailed;

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                throw new IOException("It is the first failure.");
            }

            base.Write(buffer, offset, count);
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
            {
                throw lastFailure;
            }
        }
    }
}
