using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Reads lists that usually come in one response. If it has further pages, they are read as well.</summary>
internal static class QardLists
{
    /// <exception cref="ApiException">Any failure, including an incomplete list.</exception>
    public static IAsyncEnumerable<T> ReadWholeAsync<T>(
        this ApiTransport transport,
        ApiRequest request,
        JsonTypeInfo<List<T>> array,
        JsonTypeInfo<PageEnvelope<T>> envelope,
        Func<T, string?> key,
        CancellationToken cancellationToken)
        => PageReader.ReadAsync(
            (page, token) => transport.SendPageAsync(
                page == 1 ? request : ApiRequest.Get(ApiPath.WithQuery(request.Path, ("page", $"{page}")), request.Operation, request.Subject),
                array,
                envelope,
                token),
            key,
            PageReader.WholeList,
            reason => transport.Fail(
                ApiErrorKind.InvalidResponse, request.Operation, $"Qard: could not {request.Operation}: {reason}", request.Subject),
            transport.PrefetchBudget,
            content: array.Options.ContentOf<T>(),
            cancellationToken: cancellationToken);
}
