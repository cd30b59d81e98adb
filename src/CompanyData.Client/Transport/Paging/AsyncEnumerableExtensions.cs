namespace CompanyData.Transport;

/// <summary>Reads a whole asynchronous list.</summary>
public static class AsyncEnumerableExtensions
{
    /// <summary>Reads a list to its end. There is no cancellation token, because the list already has one.</summary>
    public static async Task<List<T>> ReadAllAsync<T>(this IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (T item in items.ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }
}
