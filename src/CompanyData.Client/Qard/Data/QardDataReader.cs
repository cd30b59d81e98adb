using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Reads data types at their paths: a list page by page or whole, a single object, one item of a list.</summary>
/// <param name="transport">The session's.</param>
/// <param name="users">Tells each item whose it is.</param>
internal sealed class QardDataReader(ApiTransport transport, KnownUsers users)
{
    private const int PageSize = 100;

    private readonly PathSpellings _spellings = new();

    public static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)QardJsonContext.Default.GetTypeInfo(typeof(T))!;

    /// <returns>Null if there is none yet (204 [seen]).</returns>
    public async Task<T?> ReadOptionalAsync<T>(string userId, QardDataType type, CancellationToken cancellationToken)
        where T : QardUserData
    {
        T? found = await transport.SendOptionalAsync(
            ApiRequest.Get(ApiPath.Create($"users/{userId}/") + type.Path, $"read {type.Name}", userId), TypeOf<T>(), cancellationToken).ConfigureAwait(false);
        return found is null ? null : users.Assign(found, userId);
    }

    /// <summary>GET /users/{u}/{path}/{id} [docs] for tax returns, VAT declarations and corporate taxes.</summary>
    public async Task<T> ReadOneAsync<T>(string userId, QardDataType type, string itemId, CancellationToken cancellationToken)
        where T : QardUserData
    {
        T found = await transport.SendAsync(
            ApiRequest.Get(ApiPath.Create($"users/{userId}/") + type.Path + ApiPath.Create($"/{itemId}"), $"read {type.Name}", itemId),
            TypeOf<T>(),
            cancellationToken).ConfigureAwait(false);
        return users.Assign(found, userId);
    }

    public IAsyncEnumerable<T> ReadListAsync<T>(
        QardDataType type,
        string userId,
        Func<T, string?> key,
        CancellationToken cancellationToken,
        bool isUnique = true,
        params (string Name, string? Value)[] query)
        where T : QardUserData
    {
        string operation = $"read {type.Name}";
        JsonTypeInfo<List<T>> array = TypeOf<List<T>>();
        JsonTypeInfo<PageEnvelope<T>> envelope = TypeOf<PageEnvelope<T>>();
        return PageReader.ReadAsync(
            ReadPageAsync,
            key,
            type.IsPaged ? PageSize : PageReader.WholeList,
            reason => transport.Fail(ApiErrorKind.InvalidResponse, operation, $"Qard: could not {operation} of user {userId}: {reason}", userId),
            transport.PrefetchBudget,
            content: array.Options.ContentOf<T>(),
            isUnique: isUnique,
            cancellationToken: cancellationToken);

        async Task<Page<T>> ReadPageAsync(int number, CancellationToken token)
        {
            Page<T> page = await _spellings.ReadAsync(type, number == 1, path => transport.SendPageAsync(
                ApiRequest.Get(PagePath(ApiPath.WithQuery(ApiPath.Create($"users/{userId}/") + path, query), type, number), operation, userId), array, envelope, token)).ConfigureAwait(false);
            users.Assign(page.Items, userId);
            return page;
        }
    }

    /// <summary>Types that come whole are asked for without page numbers; should their response name further pages, those are asked for.</summary>
    private static string PagePath(string path, QardDataType type, int page)
        => type.IsPaged ? ApiPath.WithQuery(path, ("page", $"{page}"), ("per_page", $"{PageSize}"))
            : page == 1 ? path
            : ApiPath.WithQuery(path, ("page", $"{page}"));
}
