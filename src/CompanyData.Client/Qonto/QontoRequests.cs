using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>Common parts of Qonto's requests: paging, envelopes, and creates that are sent only once.</summary>
internal sealed class QontoRequests(ApiTransport transport)
{
    private const int PageSize = 100;

    public IAsyncEnumerable<T> ReadAsync<T>(
        string path,
        string operation,
        string? subject,
        JsonTypeInfo<QontoPage<T>> type,
        Func<T, string?> key,
        CancellationToken cancellationToken)
    {
        return PageReader.ReadAsync(FetchAsync, key, PageSize, Fail, transport.PrefetchBudget, content: type.Options.ContentOf<T>(), cancellationToken: cancellationToken);

        async Task<Page<T>> FetchAsync(int number, CancellationToken token)
        {
            string pagePath = ApiPath.WithQuery(path, ("page", $"{number}"), ("per_page", $"{PageSize}"));
            QontoPage<T> page = await transport.SendAsync(ApiRequest.Get(pagePath, operation, subject), type, token).ConfigureAwait(false);
            List<T> items = page.Items ?? throw Fail("the response contains no list");
            return items.Contains(default!)
                ? throw Fail("the response contains null instead of an item")
                : new(items, page.Meta?.TotalCount, page.Meta?.CurrentPage, page.Meta?.TotalPages);
        }

        ApiException Fail(string reason)
            => transport.Fail(ApiErrorKind.InvalidResponse, operation, $"Qonto: could not {operation}: {reason}", subject);
    }

    public T Unwrap<T>(ApiRequest request, QontoEnvelope<T> envelope)
        where T : class
        => envelope.Value ?? throw transport.Fail(
            ApiErrorKind.InvalidResponse, request.Operation, $"Qonto: could not {request.Operation}: the response has no known field", request.Subject);

    public async Task<T> CreateOnceAsync<T>(ApiRequest request, JsonTypeInfo<T> type, string remedy, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await transport.SendAsync(request, type, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (exception.CanCheckOutcome && !IsPage(exception))
        {
            throw GuardedCreate.Unknown(exception, request.Subject ?? request.Operation, remedy);
        }
    }

    /// <summary>Whether the response was the login page of the sandbox's gateway, which did not forward the request.</summary>
    private static bool IsPage(ApiException exception) => exception is { Kind: ApiErrorKind.InvalidResponse, StatusCode: System.Net.HttpStatusCode.OK };
}
