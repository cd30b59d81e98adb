using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace CompanyData.Limit;

/// <summary>
/// Collects companies along the critical path: no request but those that the work needs, all that can be done at once is, and the
/// end of a synchronisation is looked for all the time.
/// </summary>
/// <param name="client">The session.</param>
public sealed class LimitCollector(LimitClient client)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);
    private static readonly string[] DataTypes = ["COMPANY_PROFILE", "COMPANY_OFFICER", "BENEFICIAL_OWNER"];

    private readonly HttpClient _http = (client ?? throw new ArgumentNullException(nameof(client))).Http;

    /// <summary>Creates, connects, synchronises and reads.</summary>
    /// <param name="sirens">The companies.</param>
    /// <param name="sideBySide">How many at a time.</param>
    /// <returns>The count of companies with a profile, and the sum of their officers and owners.</returns>
    public Digest Collect(IReadOnlyList<string> sirens, int sideBySide)
    {
        ArgumentNullException.ThrowIfNull(sirens);
        int people = 0;
        Parallel.ForAsync(0, sirens.Count, new ParallelOptions { MaxDegreeOfParallelism = sideBySide }, async (i, token) =>
            Interlocked.Add(ref people, await CollectAsync(sirens[i], token).ConfigureAwait(false))).GetAwaiter().GetResult();
        return new(sirens.Count, people);
    }

    /// <summary>Prepares users whose synchronisation has been started, for others to wait for.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Their ids.</returns>
    public IReadOnlyList<string> StartMany(int count)
    {
        string[] ids = new string[count];
        Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, token) =>
            ids[i] = await StartAsync($"{100_000_000 + i}", token).ConfigureAwait(false)).GetAwaiter().GetResult();
        return ids;
    }

    private async Task<int> CollectAsync(string siren, CancellationToken token)
    {
        Page<Entity> known = await GetAsync($"users?siren={siren}&page=1&per_page=100", LimitContext.Default.PageEntity, token).ConfigureAwait(false);
        if (known.Result.Count > 0)
        {
            throw new InvalidOperationException($"{siren} is known already.");
        }

        string id = await StartAsync(siren, token).ConfigureAwait(false);
        await Task.Delay(TimeSpan.FromSeconds(1), token).ConfigureAwait(false);
        while (!await HasEndedAsync(id, token).ConfigureAwait(false))
        {
            await Task.Delay(Poll, token).ConfigureAwait(false);
        }

        Task<Entity> profile = GetAsync($"users/{id}/company-profile", LimitContext.Default.Entity, token);
        Task<List<Entity>> officers = GetAsync($"users/{id}/company-officers", LimitContext.Default.ListEntity, token);
        Task<List<Entity>> owners = GetAsync($"users/{id}/beneficial-owners", LimitContext.Default.ListEntity, token);
        await Task.WhenAll(profile, officers, owners).ConfigureAwait(false);
        return (await officers.ConfigureAwait(false)).Count + (await owners.ConfigureAwait(false)).Count;
    }

    private async Task<string> StartAsync(string siren, CancellationToken token)
    {
        string id = await CreateAsync(siren, token).ConfigureAwait(false);
        await PostAsync($"users/{id}/data-connections", new NewConnection("company_legal_fr", DataTypes), LimitContext.Default.NewConnection, token).ConfigureAwait(false);
        await PostAsync($"users/{id}/sync", new Dictionary<string, string[]> { ["data_types"] = DataTypes }, LimitContext.Default.DictionaryStringStringArray, token).ConfigureAwait(false);
        return id;
    }

    private async Task<string> CreateAsync(string siren, CancellationToken token)
    {
        Dictionary<string, string> user = new() { ["name"] = $"Entreprise {siren}", ["siren"] = siren };
        using HttpResponseMessage created = await PostAsync("users/legal", user, LimitContext.Default.DictionaryStringString, token).ConfigureAwait(false);
        return (await created.Content.ReadFromJsonAsync(LimitContext.Default.Entity, token).ConfigureAwait(false))!.Id!;
    }

    private async Task<bool> HasEndedAsync(string id, CancellationToken token)
    {
        List<Entity> items = await GetAsync($"users/{id}/sync/latest", LimitContext.Default.ListEntity, token).ConfigureAwait(false);
        return items.Count == DataTypes.Length && items.TrueForAll(item => item.Status == "SUCCESS");
    }

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken token)
        => (await _http.GetFromJsonAsync(path, type, token).ConfigureAwait(false))!;

    private async Task<HttpResponseMessage> PostAsync<T>(string path, T body, JsonTypeInfo<T> type, CancellationToken token)
        => (await _http.PostAsJsonAsync(path, body, type, token).ConfigureAwait(false)).EnsureSuccessStatusCode();
}
