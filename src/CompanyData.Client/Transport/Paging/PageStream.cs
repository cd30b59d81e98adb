using System.Runtime.CompilerServices;

namespace CompanyData.Transport;

/// <summary>Turns pages into one stream; the next page is fetched while the current one is consumed.</summary>
internal static class PageStream
{
    /// <param name="first">Cursor of the first page.</param>
    /// <param name="fetch">Fetches one page; never called concurrently.</param>
    /// <param name="ahead">Prefetched pages, disposed with the stream; null for none.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T, TCursor>(
        TCursor first,
        Func<TCursor, CancellationToken, Task<PageStep<T, TCursor>>> fetch,
        IAsyncDisposable? ahead,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<PageStep<T, TCursor>>? next = fetch(first, stop.Token);
        try
        {
            while (next is not null)
            {
                Task<PageStep<T, TCursor>> current = next;
                next = null;
                PageStep<T, TCursor> page = await current.ConfigureAwait(false);
                if (page.HasNext)
                {
                    next = fetch(page.Next, stop.Token);
                }

                foreach (T item in page.Items)
                {
                    yield return item;
                }
            }
        }
        finally
        {
            stop.Cancel();
            if (next is not null)
            {
                await ObserveAsync(next).ConfigureAwait(false);
            }

            if (ahead is not null)
            {
                await ahead.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Observes an abandoned prefetch, so that its exception is not unobserved.</summary>
    public static async Task ObserveAsync(Task page)
    {
        try
        {
            await page.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ApiException)
        {
            // The reader has stopped or failed already, so the outcome of this page does not matter.
        }
    }
}
