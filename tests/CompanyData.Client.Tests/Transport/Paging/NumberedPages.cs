using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>Pages of the numbers from 0 on, read through the page reader.</summary>
internal static class NumberedPages
{
    public static ApiException Fail(string reason) => new(ApiErrorKind.InvalidResponse, "Test", "read", reason);

    public static IAsyncEnumerable<int> Read(
        Func<int, CancellationToken, Task<Page<int>>> fetch, int size, int maxPages = PageReader.MaxPages, PrefetchBudget? session = null, CancellationToken token = default)
        => PageReader.ReadAsync(fetch, item => item.ToString(), size, Fail, session ?? new(), maxPages, cancellationToken: token);

    public static Page<int> PageOf(int count, int size, int number, bool enveloped, bool total = true)
    {
        int start = (number - 1) * size;
        int[] items = [.. Enumerable.Range(0, count).Skip(start).Take(size)];
        return enveloped
            ? new(items, total ? count : null, number, Math.Max(1, (count + size - 1) / size))
            : new(items, null, null, null);
    }
}
