namespace CompanyData.Transport;

/// <summary>For those who need a list as a whole.</summary>
public static class AsyncEnumerableExtensions
{
    /// <summary>Reads a list to its end. The list itself already carries the cancellation token.</summary>
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
