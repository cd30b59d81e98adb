using CompanyData.Collection;

namespace CompanyData.Concurrency;

public sealed class JournalWriterTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Lines_JournalIsClosedMeanwhile_AreWrittenOrCancelled() => Schedules.Explore(
        async _ =>
        {
            JournalWriter writer = new(_path, new FileStream(_path, FileMode.Create, FileAccess.Write, FileShare.Read), new() { Step = "run" });
            Task<bool>[] lines = [.. Enumerable.Range(0, 4).Select(i => Task.Run(() => AppendAsync(writer, $"{i}")))];
            Task close = Task.Run(writer.Close);
            await Task.WhenAll([.. lines, close]);
            string text = await File.ReadAllTextAsync(_path);
            for (int i = 0; i < lines.Length; i++)
            {
                Specification.Assert(await lines[i] == text.Contains($"\"siren\":\"{i}\"", StringComparison.OrdinalIgnoreCase), $"What is said of line {i} is not so.");
            }
        },
        output);

    /// <summary>Linux has a disk that is always full.</summary>
    [Fact]
    public void Lines_DiskIsFull_AllFail()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no disk that is always full.");
        Schedules.Explore(
            async _ =>
            {
                JournalWriter writer = new("/dev/full", new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite), new() { Step = "run" });
                Task[] lines = [.. Enumerable.Range(0, 3).Select(i => Task.Run(() => FailAsync(writer, $"{i}")))];
                await Task.WhenAll(lines);
                try
                {
                    writer.Close();
                    Specification.Assert(false, "The journal was closed as if it were whole.");
                }
                catch (JournalException)
                {
                    // As it should.
                }
            },
            output);
    }

    private static async Task<bool> AppendAsync(JournalWriter writer, string siren)
    {
        try
        {
            await writer.AppendAsync(new() { Step = "x", Siren = siren });
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task FailAsync(JournalWriter writer, string siren)
    {
        try
        {
            await writer.AppendAsync(new() { Step = "x", Siren = siren });
            Specification.Assert(false, "A line was written to a full disk.");
        }
        catch (JournalException)
        {
            // As it should.
        }
    }
}
