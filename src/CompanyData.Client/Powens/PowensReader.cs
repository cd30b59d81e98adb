using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Reads Powens' lists with <c>limit/offset</c>, or <c>_links.next</c> if there is one.</summary>
internal sealed class PowensReader(ApiTransport transport)
{
    /// <summary>Maximum page size of the service [docs].</summary>
    private const int PageSize = 1000;

    /// <summary>Maximum number of consecutive empty pages with a next link; with more, the list is treated as endless.</summary>
    private const int MaxEmptyPages = 3;

    private const string Elsewhere = "the next link points to another host or is invalid; no token is sent there";

    /// <summary>Reads a list without paging parameters, but follows links in the response.</summary>
    public IAsyncEnumerable<T> ReadAsync<T>(ApiRequest request, JsonTypeInfo<PowensPage<T>> type, Func<T, string?> key, CancellationToken cancellationToken)
        => ReadAsync(request, (page, token) => FetchPageAsync(page, type, token), key, limit: null, onPage: null, cancellationToken);

    /// <summary>Reads a list with <c>limit</c> and <c>offset</c>.</summary>
    /// <param name="request">The request, without limit and offset.</param>
    /// <param name="type">JSON type of a page.</param>
    /// <param name="key">Returns the key of an item.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <param name="onPage">Receives each page and whether it is the last; null for none.</param>
    public IAsyncEnumerable<T> ReadPagedAsync<T>(
        ApiRequest request,
        JsonTypeInfo<PowensPage<T>> type,
        Func<T, string?> key,
        CancellationToken cancellationToken,
        Action<PowensPage<T>, bool>? onPage = null)
        => ReadAsync(request, (page, token) => FetchPageAsync(page, type, token), key, PageSize, onPage, cancellationToken);

    /// <summary>A list of little size under one of several names.</summary>
    /// <param name="request">The request, without limit and offset.</param>
    /// <param name="type">How an item is read.</param>
    /// <param name="key">Returns the key of an item.</param>
    /// <param name="isPaged">Whether it takes <c>limit</c> and <c>offset</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <param name="names">What the array may be called.</param>
    public IAsyncEnumerable<T> ReadNamedAsync<T>(
        ApiRequest request, JsonTypeInfo<T> type, Func<T, string?> key, bool isPaged, CancellationToken cancellationToken, params string[] names)
        => ReadAsync(request, (page, token) => FetchNamedAsync(page, type, names, token), key, isPaged ? PageSize : null, onPage: null, cancellationToken);

    private IAsyncEnumerable<T> ReadAsync<T>(
        ApiRequest request,
        Func<ApiRequest, CancellationToken, Task<PowensPage<T>>> fetch,
        Func<T, string?> key,
        int? limit,
        Action<PowensPage<T>, bool>? onPage,
        CancellationToken cancellationToken)
    {
        RecentItemFilter<T> recent = new(key, PowensJsonContext.Default.Options.ContentOf<T>());
        HashSet<string> visited = new(StringComparer.Ordinal);
        long offset = 0;
        int empty = 0;
        string first = limit is null ? request.Path : ApiPath.WithQuery(request.Path, ("limit", $"{limit}"), ("offset", "0"));
        return PageStream.ReadAsync(first, FetchAsync, ahead: null, cancellationToken);

        async Task<PageStep<T, string>> FetchAsync(string path, CancellationToken token)
        {
            Uri target = new(transport.BaseUri, path);
            if (!OriginRules.SameOrigin(target, transport.BaseUri))
            {
                // The token is never sent to another host, whatever a link says.
                throw Fail(request, Elsewhere);
            }

            if (!visited.Add(target.AbsoluteUri))
            {
                throw Fail(request, "the list links to an earlier page");
            }

            PowensPage<T> page = await fetch(request with { Path = path }, token).ConfigureAwait(false);
            List<T> items = page.Items ?? [];
            offset += items.Count;
            empty = items.Count == 0 ? empty + 1 : 0;
            if (page.Links?.Next?.Href is { Length: > 0 } link)
            {
                onPage?.Invoke(page, false);
                return empty > MaxEmptyPages ? throw Fail(request, $"{empty} consecutive pages are empty but have a next link")
                    : !Uri.TryCreate(target, link, out Uri? next) ? throw Fail(request, Elsewhere)
                    : new(recent.TakeNew(items), true, next.AbsoluteUri);
            }

            IReadOnlyList<T> unseen = recent.TakeNew(items);
            bool more = page.Links is null && limit is { } size && HasMore(request, page.Total, items, unseen.Count, offset, size, key);
            onPage?.Invoke(page, !more);
            return new(unseen, more, more ? ApiPath.WithQuery(request.Path, ("limit", $"{limit}"), ("offset", $"{offset}")) : path);
        }
    }

    /// <summary>
    /// A short page without links is not necessarily the last: a domain may return fewer items than requested. The list ends with
    /// an empty page, or when <c>total</c> items have arrived [docs 2021: "total number of results"].
    /// </summary>
    private bool HasMore<T>(ApiRequest request, decimal? total, List<T> items, int unseen, long received, int limit, Func<T, string?> key)
    {
        int count = items.Count;
        if (count == 0)
        {
            return EndsAt(received);
        }

        if (unseen == 0)
        {
            // The same short page again: the domain ignores the offset and has sent the whole list.
            return count < limit ? false : throw Fail(request, "a page repeats earlier items");
        }

        if (count >= limit)
        {
            return true;
        }

        if (total == received)
        {
            return false;
        }

        // An item without a key looks new on each repetition of a page, so a repeated page could not be detected.
        return items.TrueForAll(item => key(item) is { Length: > 0 }) || EndsAt(received);

        bool EndsAt(long arrived) => total > arrived
            ? throw Fail(request, $"only {arrived} of {total} items arrived, because the list ended early or changed while it was read. Read it again")
            : false;
    }

    /// <summary>An account list without accounts can be a 400 <c>noAccount</c>: that is an empty list (powens.md).</summary>
    private async Task<PowensPage<T>> FetchPageAsync<T>(ApiRequest request, JsonTypeInfo<PowensPage<T>> type, CancellationToken cancellationToken)
    {
        try
        {
            PowensPage<T> page = await transport.SendAsync(request, type, cancellationToken).ConfigureAwait(false);
            return page.Items is null ? throw Fail(request, "the response contains no list")
                : page.Items.Contains(default!) ? throw Fail(request, "the response contains null instead of an item")
                : page;
        }
        catch (ApiException none) when (string.Equals(none.ProviderCode, "noAccount", StringComparison.OrdinalIgnoreCase))
        {
            return PowensPage<T>.From([]);
        }
    }

    private async Task<PowensPage<T>> FetchNamedAsync<T>(ApiRequest request, JsonTypeInfo<T> type, string[] names, CancellationToken cancellationToken)
    {
        Dictionary<string, JsonElement> body = await transport.SendAsync(request, PowensJsonContext.Default.DictionaryStringJsonElement, cancellationToken).ConfigureAwait(false);
        string? name = Array.Find(names, name => body.TryGetValue(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array);
        if (name is null)
        {
            throw Fail(request, $"the answer holds no list '{names[0]}'");
        }

        decimal? total = body.TryGetValue("total", out JsonElement count) && count.ValueKind == JsonValueKind.Number && count.TryGetDecimal(out decimal number) ? number : null;
        return PowensPage<T>.From([.. body[name].EnumerateArray().Select(item => Read(request, item, type))], total);
    }

    private T Read<T>(ApiRequest request, JsonElement item, JsonTypeInfo<T> type)
    {
        try
        {
            return item.Deserialize(type) ?? throw Fail(request, "the answer holds null in place of an item");
        }
        catch (JsonException) when (JsonRepair.TryRepair(System.Text.Encoding.UTF8.GetBytes(item.GetRawText()), type) is { } repaired)
        {
            return JsonSerializer.Deserialize(repaired, type)!;
        }
        catch (JsonException)
        {
            throw Fail(request, "an item of the list has another form");
        }
    }

    private ApiException Fail(ApiRequest request, string reason)
        => transport.Fail(ApiErrorKind.InvalidResponse, request.Operation, $"Powens: could not {request.Operation}: {reason}", request.Subject);

    /// <summary>Reads an object of values by name.</summary>
    public async Task<IReadOnlyDictionary<string, object?>> ReadValuesAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonElement> pair in await transport.SendAsync(request, PowensJsonContext.Default.DictionaryStringJsonElement, cancellationToken).ConfigureAwait(false))
        {
            values[TerminalSafeText.From(pair.Key)!] = JsonValues.ToObject(pair.Value);
        }

        return values;
    }
}
