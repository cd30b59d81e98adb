using System.Runtime.CompilerServices;

namespace CompanyData.Transport;

/// <summary>Turns pages into one stream; the next page is on its way while this one is used.</summary>
internal static class PageStream
{
    /// <param name="first">Where the list begins.</param>
    /// <param name="fetch">Gets one page; calls follow each other, never side by side.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T, TCursor>(
        TCursor first,
        Func<TCursor, CancellationToken, Task<PageStep<T, TCursor>>> fetch,
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
            if (next is not null)
            {
                await AbandonAsync(next, stop).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A page fetched ahead that nobody wants any more: ended and its failure observed.</summary>
    private static async Task AbandonAsync(Task next, CancellationTokenSource stop)
    {
        stop.Cancel();
        try
        {
            await next.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ApiException)
        {
            // The reader left or failed already; this page's fate changes nothing.
        }
    }
}
