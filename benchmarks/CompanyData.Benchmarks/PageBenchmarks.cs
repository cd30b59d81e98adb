using BenchmarkDotNet.Attributes;

namespace CompanyData.Benchmarks;

/// <summary>Reading a page of 100 items, from the request to the last object.</summary>
public class PageBenchmarks
{
    private Func<IAsyncEnumerable<object>> _list = null!;

    public static IEnumerable<ListType> Types => ListType.All;

    [ParamsSource(nameof(Types))]
    public ListType Type { get; set; } = null!;

    [GlobalSetup]
    public void Record() => _list = Type.Open(new ReplayHandler(Pages.RecordAsync(Type, 100).GetAwaiter().GetResult()));

    [Benchmark]
    public async Task<int> ReadPageAsync()
    {
        int count = 0;
        await foreach (object _ in _list().ConfigureAwait(false))
        {
            count++;
        }

        return count == 100 ? count : throw new InvalidOperationException($"{count} items came.");
    }
}
