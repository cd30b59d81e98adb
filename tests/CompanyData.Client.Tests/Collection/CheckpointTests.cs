using CompanyData.Collection;

namespace CompanyData.Client.Tests.Collection;

/// <summary>What one company writes into a journal, and what the next run makes of it.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const string Siren = "123456789";
    private readonly JournalWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("", 1)]
    [InlineData("Failed", 2)]
    [InlineData("Partial", 2)]
    public async Task Attempt_CutOff_IsStillTheSameOne(string outcome, int next)
    {
        await WriteAsync(async company =>
        {
            Assert.Equal(1, company.Attempt);
            await company.FoundAsync("u-1");
        });
        if (outcome.Length > 0)
        {
            using CollectionJournal journal = _world.Open();
            await journal.AppendAsync(new() { Step = JournalStep.Outcome, Siren = Siren, Attempt = 1, Outcome = outcome });
        }

        await WriteAsync(company =>
        {
            Assert.Equal((next, "u-1", outcome.Length == 0, false), (company.Attempt, company.UserId, company.MayHaveConnected, company.MayHaveCreatedUser));
            return Task.CompletedTask;
        });
    }

    /// <summary>What an earlier run was creating takes five seconds to show; the time since the journal was opened counts.</summary>
    [Fact]
    public async Task Unsettled_GrowsLessWithTime_UntilItIsNothing()
    {
        using CollectionJournal journal = _world.Open();
        CompanyCheckpoint company = new(journal, Siren);
        Assert.Equal(TimeSpan.FromSeconds(5), company.Unsettled);
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.FromSeconds(3), company.Unsettled);
        await _world.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(TimeSpan.Zero, company.Unsettled);
        Assert.Equal(TimeSpan.Zero, new CompanyCheckpoint(journal: null, Siren).Unsettled);
    }

    [Theory]
    [InlineData("u-1", true)]
    [InlineData("u-2", false)]
    public async Task Found_AnotherUser_ForgetsTheSync(string user, bool isKept)
    {
        await WriteAsync(async company =>
        {
            await company.FoundAsync("u-1");
            await company.SynchronisingAsync(["s-1"], isWhole: true);
        });
        await WriteAsync(async company =>
        {
            Assert.Equal(["s-1"], company.SyncBefore!);
            await company.FoundAsync(user);
            Assert.Equal(isKept, company.SyncBefore is not null);
        });
    }

    /// <summary>What came since the first time is to be joined, whatever is there now; asked for again within a run, it is one line.</summary>
    [Fact]
    public async Task Synchronising_Again_KeepsWhatWasThereAtFirst()
    {
        await WriteAsync(async company =>
        {
            await company.SynchronisingAsync(["s-1"], isWhole: true);
            await company.SynchronisingAsync(["s-1", "s-2"], isWhole: true);
            Assert.Equal(["s-1"], company.SyncBefore!);
            Assert.Equal(1, SyncLines);
        });
        await WriteAsync(async company =>
        {
            await company.SynchronisingAsync(["s-1", "s-2"], isWhole: true);
            Assert.Equal(2, SyncLines);
            await company.SynchronisingAsync(["s-1", "s-2"], isWhole: false);
            Assert.Null(company.SyncBefore);
            Assert.Equal(3, SyncLines);
        });
        await WriteAsync(company =>
        {
            Assert.Null(company.SyncBefore);
            return Task.CompletedTask;
        });
    }

    private int SyncLines => _world.Lines.Count(line => line.Contains("\"sync\"", StringComparison.Ordinal));

    private async Task WriteAsync(Func<CompanyCheckpoint, Task> work)
    {
        using CollectionJournal journal = _world.Open();
        await work(new CompanyCheckpoint(journal, Siren));
        journal.Close();
    }
}
