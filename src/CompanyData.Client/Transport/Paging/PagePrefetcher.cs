namespace CompanyData.Transport;

/// <summary>Fetches numbered pages before they are needed. A single reader takes the pages in order.</summary>
/// <param name="fetch">Fetches the page with a number, from 1.</param>
/// <param name="session">Limits prefetching across all lists of the session.</param>
internal sealed class PagePrefetcher<T>(Func<int, CancellationToken, Task<Page<T>>> fetch, PrefetchBudget session) : IAsyncDisposable
{
    private readonly Queue<Task<Page<T>>> _coming = new();

    /// <summary>
    /// Returns a page and starts fetching more: as many as have already been read, so that reading only a few items causes no burst.
    /// </summary>
    /// <param name="number">Number of the page, from 1.</param>
    /// <param name="last">Number of the last page as far as known.</param>
    /// <param name="cancellationToken">Cancels the page and all prefetched pages.</param>
    public Task<Page<T>> TakeAsync(int number, int last, CancellationToken cancellationToken)
    {
        Task<Page<T>> page = _coming.Count > 0 ? _coming.Dequeue() : fetch(number, cancellationToken);
        int further = Math.Min(Math.Min(number - 3, last - number), PrefetchBudget.MaxPages - 1);
        while (_coming.Count < further && session.TryBegin())
        {
            _coming.Enqueue(FetchAsync(number + _coming.Count + 1, cancellationToken));
        }

        return page;
    }

    /// <summary>Waits for the prefetched pages that were not taken; cancel them first.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_coming.Count > 0)
        {
            await PageStream.ObserveAsync(_coming.Dequeue()).ConfigureAwait(false);
        }
    }

    private async Task<Page<T>> FetchAsync(int number, CancellationToken cancellationToken)
    {
        try
        {
            return await fetch(number, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            session.End();
        }
    }
}
