namespace CompanyData.Transport;

/// <summary>Lists in numbered pages.</summary>
internal static class PageReader
{
    /// <summary>More pages than this are no list but a fault.</summary>
    public const int MaxPages = 100_000;

    /// <param name="fetch">Gets the page of a number, counted from 1.</param>
    /// <param name="key">What tells one item from another, to notice a page that came twice; null for none.</param>
    /// <param name="pageSize">Items asked for per page; a shorter bare array is the last page.</param>
    /// <param name="fail">Makes the exception for a list that cannot be trusted.</param>
    /// <param name="maxPages">The most pages that are read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IAsyncEnumerable<T> ReadAsync<T>(
        Func<int, CancellationToken, Task<Page<T>>> fetch,
        Func<T, string?> key,
        int pageSize,
        Func<string, ApiException> fail,
        int maxPages = MaxPages,
        CancellationToken cancellationToken = default)
    {
        Page<T>? previous = null;
        long received = 0;
        long announced = 0;
        return PageStream.ReadAsync(1, FetchAsync, cancellationToken);

        async Task<PageStep<T, int>> FetchAsync(int number, CancellationToken token)
        {
            if (number == 1)
            {
                (previous, received, announced) = (null, 0, 0);
            }

            Page<T> page = await fetch(number, token).ConfigureAwait(false);
            Check(page, previous, number, key, fail);
            received += page.Items.Count;
            announced = Math.Max(announced, page.Total ?? 0);
            bool more = HasMore(page, number, pageSize);
            if (more && number >= maxPages)
            {
                throw fail($"the list does not end: {number} pages were read");
            }

            if (!more && received < announced)
            {
                // Where items are removed while the list is read, later pages move up and some are never seen.
                throw fail($"{received} of {announced} items came; the list ended early or changed while it was read. Read it again");
            }

            previous = page;
            return new(page.Items, more, number + 1);
        }
    }

    private static bool HasMore<T>(Page<T> page, int number, int pageSize) => page.Items.Count > 0 && (page.Last is { } last
        ? (page.Current ?? number) < last
        : page.Items.Count == pageSize);

    private static void Check<T>(Page<T> page, Page<T>? previous, int number, Func<T, string?> key, Func<string, ApiException> fail)
    {
        if (page.Current is { } current && current != number)
        {
            throw fail($"page {number} was asked for and page {current} came");
        }

        if (previous is null || page.Items.Count == 0 || page.Items.Count != previous.Items.Count)
        {
            return;
        }

        string? first = key(page.Items[0]);
        if (first is not null && first == key(previous.Items[0])
            && key(page.Items[page.Items.Count - 1]) == key(previous.Items[previous.Items.Count - 1]))
        {
            throw fail($"page {number} repeats the page before it");
        }
    }
}
