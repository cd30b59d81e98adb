using System.Globalization;
using System.Net.Http.Json;

namespace CompanyData.Limit;

/// <summary>Reads as fast as can be: each call is one request, its answer goes straight from the stream into objects.</summary>
public sealed class LimitClient : IDisposable
{
    private const int PageSize = 100;

    private readonly HttpClient _http;

    public LimitClient(Uri baseUri, string apiKey)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        _http = new HttpClient { BaseAddress = new Uri(baseUri.AbsoluteUri.TrimEnd('/') + "/") };
        _http.DefaultRequestHeaders.Add("X-API-KEY", apiKey);
    }

    internal HttpClient Http => _http;

    /// <summary>Reads users one by one.</summary>
    /// <param name="ids">Whose.</param>
    /// <param name="sideBySide">How many requests at a time.</param>
    /// <returns>Their count, and the sum of their sirens.</returns>
    public Digest ReadUsers(IReadOnlyList<string> ids, int sideBySide)
    {
        ArgumentNullException.ThrowIfNull(ids);
        User[] users = new User[ids.Count];
        Parallel.ForAsync(0, ids.Count, new ParallelOptions { MaxDegreeOfParallelism = sideBySide }, async (i, token) =>
            users[i] = (await _http.GetFromJsonAsync($"users/{ids[i]}", LimitContext.Default.User, token).ConfigureAwait(false))!).GetAwaiter().GetResult();
        return new(users.Length, users.Sum(user => decimal.Parse(user.Siren!, CultureInfo.InvariantCulture)));
    }

    /// <summary>Reads all commerce transactions of a user, pages of 100, in order.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="pagesAhead">How many pages are on their way while one is used.</param>
    /// <returns>Their count, and the sum of their amounts.</returns>
    public Digest ReadTransactions(string userId, int pagesAhead) => ReadTransactionsAsync(userId, pagesAhead).GetAwaiter().GetResult();

    public void Dispose() => _http.Dispose();

    private async Task<Digest> ReadTransactionsAsync(string userId, int pagesAhead)
    {
        Page<Transaction> first = await ReadPageAsync(userId, 1).ConfigureAwait(false);
        Queue<Task<Page<Transaction>>> pages = new([Task.FromResult(first)]);
        int next = 2;
        long count = 0;
        decimal sum = 0;
        while (pages.Count > 0)
        {
            Page<Transaction> page = await pages.Dequeue().ConfigureAwait(false);
            while (next <= first.LastPage && pages.Count < pagesAhead)
            {
                pages.Enqueue(ReadPageAsync(userId, next++));
            }

            count += page.Result.Count;
            foreach (Transaction transaction in page.Result)
            {
                sum += transaction.Amount!.Value;
            }
        }

        return new(count, sum);
    }

    private async Task<Page<Transaction>> ReadPageAsync(string userId, int page)
        => (await _http.GetFromJsonAsync(
            $"users/{userId}/commerce-transactions?page={page}&per_page={PageSize}", LimitContext.Default.PageTransaction).ConfigureAwait(false))!;
}
