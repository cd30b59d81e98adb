using System.Runtime.CompilerServices;

namespace CompanyData.Transport;

/// <summary>Turns pages into one stream; the next page is on its way while this one is used.</summary>
internal static class PageStream
{
    /// <param name="first">Where the list begins.</param>
    /// <param name="fetch">Gets one page; calls follow each other, never side by side.</param>
    /// <param name="ahead">Further pages that are on their way, given up with the stream; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
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

    /// <summary>The end of a page that nobody wants any more.</summary>
    public static async Task ObserveAsync(Task page)
    {
        try
        {
            await page.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ApiException)
        {
            // The reader left or failed already; this page's fate changes nothing.
        }
    }
}
