namespace CompanyData.Transport;

/// <summary>Lists in numbered pages.</summary>
internal static class PageReader
{
    /// <summary>More pages than this are no list but a fault.</summary>
    public const int MaxPages = 100_000;

    /// <summary>The page size of lists that are asked for without page numbers.</summary>
    public const int WholeList = int.MaxValue;

    /// <param name="fetch">Gets the page of a number, counted from 1.</param>
    /// <param name="key">What tells one item from another, to notice a page that came twice; null for none.</param>
    /// <param name="pageSize">Items asked for per page, or <see cref="WholeList"/>.</param>
    /// <param name="fail">Makes the exception for a list that cannot be trusted.</param>
    /// <param name="ahead">How far the session reads ahead where the number of pages is known.</param>
    /// <param name="maxPages">The most pages that are read.</param>
    /// <param name="isUnique">Whether no two items share a key: then one that comes twice is given once.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IAsyncEnumerable<T> ReadAsync<T>(
        Func<int, CancellationToken, Task<Page<T>>> fetch,
        Func<T, string?> key,
        int pageSize,
        Func<string, ApiException> fail,
        PrefetchBudget ahead,
        int maxPages = MaxPages,
        bool isUnique = true,
        CancellationToken cancellationToken = default)
    {
        Page<T>? previous = null;
        RecentItemFilter<T> recent = new(key);
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
                (previous, recent, received, given, announced, atFirst) = (null, new(key), 0, 0, 0, 0);
            }

            Page<T> page = await pages.TakeAsync(number, Math.Min(previous?.Last ?? 0, maxPages), token).ConfigureAwait(false);
            if (page.Current is { } current && current != number)
            {
                throw fail($"page {number} was asked for and page {current} came");
            }

            if (Repeats(page, previous, key))
            {
                // A short bare array that comes again: the service takes no page numbers, and the list came whole.
                return page.Last is null && page.Items.Count < pageSize
                    ? new([], HasNext: false, number)
                    : throw fail($"page {number} repeats the page before it");
            }

            IReadOnlyList<T> items = isUnique ? recent.TakeNew(page.Items) : page.Items;
            received += page.Items.Count;
            given += items.Count;
            announced = Math.Max(announced, page.Total ?? 0);
            atFirst = number == 1 ? announced : atFirst;
            bool more = HasMore(page, number, received, pageSize, key);
            if (more && number >= maxPages)
            {
                throw fail($"the list does not end: {number} pages were read");
            }

            if (!more && (received < announced || given < atFirst))
            {
                // Where items are removed while the list is read, later pages move up and some are never seen. Where items are added,
                // later pages move down and some come twice: all that were there at first have to come.
                throw fail($"{given} of {announced} items came; the list ended early or changed while it was read. Read it again");
            }

            previous = page;
            return new(items, more, number + 1);
        }
    }

    /// <summary>
    /// A bare array says nothing of its place: a service may give fewer items than were asked for, so it is read on until an empty
    /// page, as the sheet says. Where nothing tells one item from another, a page that came twice could not be noticed.
    /// </summary>
    private static bool HasMore<T>(Page<T> page, int number, long received, int pageSize, Func<T, string?> key) => page switch
    {
        { Items.Count: 0 } => false,
        { Last: { } last } => (page.Current ?? number) < last,
        { Total: { } total } => page.Items.Count >= pageSize && received < total,
        _ => page.Items.Count == pageSize || (pageSize != WholeList && key(page.Items[0]) is not null),
    };

    private static bool Repeats<T>(Page<T> page, Page<T>? previous, Func<T, string?> key)
        => previous is not null && page.Items.Count > 0 && page.Items.Count == previous.Items.Count
            && key(page.Items[0]) is { } first && first == key(previous.Items[0])
            && key(page.Items[page.Items.Count - 1]) == key(previous.Items[previous.Items.Count - 1]);
}
