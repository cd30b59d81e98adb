namespace CompanyData.Concurrency;

public class PrefetchTests(ITestOutputHelper output)
{
    private const int Pages = 8;

    [Fact]
    public void Lists_OneIsLeftEarly_TheOtherIsWholeAndTheBudgetComesBack() => Schedules.Explore(
        async _ =>
        {
            PrefetchBudget budget = new();
            Task<List<int>> whole = Task.Run(() => ReadAsync(budget, Pages));
            Task<List<int>> part = Task.Run(() => ReadAsync(budget, 5));
            await Task.WhenAll(whole, part);
            Specification.Assert((await whole).SequenceEqual(Enumerable.Range(1, Pages)), "The list is not whole, or out of its order.");
            Specification.Assert((await part).SequenceEqual(Enumerable.Range(1, 5)), "The list is out of its order.");
            for (int i = 0; i < PrefetchBudget.MaxPages; i++)
            {
                Specification.Assert(budget.TryBegin(), "A page that was given up still counts.");
            }

            Specification.Assert(!budget.TryBegin(), "More pages than may be are on their way.");
        },
        output);

    private static async Task<List<int>> ReadAsync(PrefetchBudget budget, int items)
    {
        List<int> read = [];
        await foreach (string item in PageReader.ReadAsync(FetchAsync, item => item, pageSize: 1, message => throw new InvalidOperationException(message), budget))
        {
            read.Add(int.Parse(item, System.Globalization.CultureInfo.InvariantCulture));
            if (read.Count == items)
            {
                break;
            }
        }

        return read;
    }

    private static async Task<Page<string>> FetchAsync(int number, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return new([$"{number}"], Pages, number, Pages);
    }
}
