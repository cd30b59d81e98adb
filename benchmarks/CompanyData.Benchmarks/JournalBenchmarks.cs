using BenchmarkDotNet.Attributes;
using CompanyData.Collection;

namespace CompanyData.Benchmarks;

/// <summary>The journal of a collection: a line is on the disk before the next step depends on it.</summary>
public class JournalBenchmarks : IDisposable
{
    private const int Companies = 10_000;
    private static readonly Uri Service = new("https://service.example.test/");
    private static readonly string[] Steps = [JournalStep.Create, JournalStep.User, JournalStep.Connection, JournalStep.Sync, JournalStep.Outcome];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private CollectionJournal _journal = null!;
    private string _written = null!;

    [GlobalSetup]
    public void Write()
    {
        _written = Path.Combine(_folder.FullName, "written.jsonl");
        using (CollectionJournal written = Open(_written))
        {
            Task.WhenAll(Enumerable.Range(0, Companies).SelectMany(company => Steps.Select(step => written.AppendAsync(Line(company, step))))).GetAwaiter().GetResult();
            written.Close();
        }

        _journal = Open(Path.Combine(_folder.FullName, "new.jsonl"));
    }

    /// <summary>One company writes a line and waits until it is on the disk.</summary>
    [Benchmark]
    public Task AppendALineAsync() => _journal.AppendAsync(Line(0, JournalStep.Connection));

    /// <summary>Sixteen companies do so side by side.</summary>
    [Benchmark(OperationsPerInvoke = 16)]
    public Task AppendSideBySideAsync() => Task.WhenAll(Enumerable.Range(0, 16).Select(company => _journal.AppendAsync(Line(company, JournalStep.Connection))));

    /// <summary>Opening a journal of 10,000 companies to go on with it, all of them complete.</summary>
    [Benchmark]
    public int OpenTenThousandCompanies()
    {
        using CollectionJournal journal = Open(_written);
        return journal.Complete == Companies ? journal.Complete : throw new InvalidOperationException($"{journal.Complete} are complete.");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _journal?.Dispose();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private static CollectionJournal Open(string path)
        => CollectionJournal.Open(path, new CollectionOptions(), Service, shard: null, force: false, TimeProvider.System);

    private static JournalLine Line(int company, string step) => new()
    {
        Step = step,
        Siren = $"{100_000_000 + company}",
        User = step == JournalStep.User ? "11111111-1111-1111-1111-111111111111" : null,
        Connection = step == JournalStep.Connection ? "22222222-2222-2222-2222-222222222222" : null,
        Outcome = step == JournalStep.Outcome ? nameof(DossierStatus.Complete) : null,
    };
}
