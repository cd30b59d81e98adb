namespace CompanyData.Transport;

/// <summary>Reads lists with numbered pages.</summary>
internal static class PageReader
{
    /// <summary>Maximum number of pages; a longer list is treated as a fault of the service.</summary>
    public const int MaxPages = 100_000;

    /// <summary>Page size for lists that are requested without page numbers.</summary>
    public const int WholeList = int.MaxValue;

    /// <param name="fetch">Fetches the page with a number, from 1.</param>
    /// <param name="key">Key of an item, used to detect a repeated page; returns null for an item without a key.</param>
    /// <param name="pageSize">Items requested per page, or <see cref="WholeList"/>.</param>
    /// <param name="fail">Creates the exception for an inconsistent list from a reason.</param>
    /// <param name="ahead">Limits prefetching, which starts once the number of pages is known.</param>
    /// <param name="maxPages">Maximum number of pages to read.</param>
    /// <param name="content">Full content of an item, used to tell two records with one id in one page apart; null if the key is all there is.</param>
    /// <param name="isUnique">Whether keys are unique; if so, an item that comes twice is returned once.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public static IAsyncEnumerable<T> ReadAsync<T>(
        Func<int, CancellationToken, Task<Page<T>>> fetch,
        Func<T, string?> key,
        int pageSize,
        Func<string, ApiException> fail,
        PrefetchBudget ahead,
        int maxPages = MaxPages,
        Func<T, string>? content = null,
        bool isUnique = true,
        CancellationToken cancellationToken = default)
    {
        content ??= item => key(item) ?? string.Empty;
        Page<T>? previous = null;
        RecentItemFilter<T> recent = new(key, content);
        long received = 0;
        long given = 0;
        long announced = 0;
        long atFirst = 0;
        PagePrefetcher<T> pages = new(fetch, ahead);
        return PageStream.ReadAsync(1, FetchAsync, pages, cancellationToken);

        async Task<PageStep<T, int>> FetchAsync(int number, CancellationToken token)
        {
            if (number == 1)
            {
                (previous, recent, received, given, announced, atFirst) = (null, new(key, content), 0, 0, 0, 0);
            }

            Page<T> page = await pages.TakeAsync(number, Math.Min(previous?.Last ?? 0, maxPages), token).ConfigureAwait(false);
            if (page.Current is { } current && current != number)
            {
                throw fail($"page {number} was requested, but the service sent page {current}");
            }

            if (Repeats(page, previous, key))
            {
                // The same short bare array again: the service ignores page numbers and has sent the whole list.
                return page.Last is null && page.Items.Count < pageSize
                    ? new([], HasNext: false, number)
                    : throw fail($"page {number} repeats the previous page");
            }

            IReadOnlyList<T> items = isUnique ? recent.TakeNew(page.Items) : page.Items;
            received += page.Items.Count;
            given += items.Count;
            announced = Math.Max(announced, page.Total ?? 0);
            atFirst = number == 1 ? announced : atFirst;
            bool more = HasMore(page, number, received, pageSize, key);
            if (more && number >= maxPages)
            {
                throw fail($"the list did not end after {number} pages");
            }

            if (!more && (received < announced || given < atFirst))
            {
                // If items are removed while the list is read, later items move up and some are missed. If items are added, later items
                // move down and some come twice. Every item of the original list must have come.
                throw fail($"only {given} of {announced} items arrived, because the list ended early or changed while it was read. Read it again");
            }

            previous = page;
            return new(items, more, number + 1);
        }
    }

    /// <summary>
    /// A bare array has no page numbers, and a service may send fewer items than requested, so reading continues until an empty page, as the
    /// API sheet says. Without keys a repeated page could not be detected, so reading then stops at the first short page.
    /// </summary>
    private static bool HasMore<T>(Page<T> page, int number, long received, int pageSize, Func<T, string?> key) => page switch
    {
        { Items.Count: 0 } => false,
        { Last: { } last } => number < last,
        { Total: { } total } => page.Items.Count >= pageSize && received < total,
        _ => page.Items.Count == pageSize || (pageSize != WholeList && key(page.Items[0]) is { Length: > 0 }),
    };

    private static bool Repeats<T>(Page<T> page, Page<T>? previous, Func<T, string?> key)
        => previous is not null && page.Items.Count == previous.Items.Count
            && key(page.Items[0]) is { Length: > 0 } first && first == key(previous.Items[0])
            && key(page.Items[page.Items.Count - 1]) == key(previous.Items[previous.Items.Count - 1]);
}
