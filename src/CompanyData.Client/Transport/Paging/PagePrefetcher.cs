namespace CompanyData.Transport;

/// <summary>Numbered pages on their way before they are asked for. One reader asks, for one page after the other.</summary>
/// <param name="fetch">Gets the page of a number.</param>
/// <param name="session">What the session's lists may fetch ahead together.</param>
internal sealed class PagePrefetcher<T>(Func<int, CancellationToken, Task<Page<T>>> fetch, PrefetchBudget session) : IAsyncDisposable
{
    private readonly Queue<Task<Page<T>>> _coming = new();

    /// <summary>The page, and others, so that as many are on their way as have been read to their end: who takes three items causes no burst.</summary>
    /// <param name="number">Of the page, counted from 1.</param>
    /// <param name="last">The number of the last page, as far as is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<Page<T>> TakeAsync(int number, int last, CancellationToken cancellationToken)
    {
        Task<Page<T>> page = _coming.Count > 0 ? _coming.Dequeue() : fetch(number, cancellationToken);
        int further = Math.Min(Math.Min(number - 3, last - number), PrefetchBudget.Most - 1);
        while (_coming.Count < further && session.TryBegin())
        {
            _coming.Enqueue(FetchAsync(number + _coming.Count + 1, cancellationToken));
        }

        return page;
    }

    /// <summary>Waits for the pages that nobody wants any more; cancel them first.</summary>
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
