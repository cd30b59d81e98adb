using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Documents and their files.</summary>
public sealed class PowensDocuments
{
    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensDocuments(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET /users/{u}/documents, also under subscriptions and connections [docs].</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="subscriptionId">Only this subscription's; it goes before the connection.</param>
    /// <param name="connectionId">Only this connection's.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<PowensDocument> ListAsync(string userId, string? subscriptionId, string? connectionId, CancellationToken cancellationToken)
        => _reader.ReadPagedAsync(
            new ApiRequest
            {
                Method = HttpMethod.Get,
                Path = subscriptionId is not null ? ApiPath.Of($"users/{userId}/subscriptions/{subscriptionId}/documents")
                    : connectionId is not null ? ApiPath.Of($"users/{userId}/connections/{connectionId}/documents")
                    : ApiPath.Of($"users/{userId}/documents"),
                Operation = "list the documents",
                Subject = subscriptionId ?? connectionId ?? userId,
                Scope = PowensScope.User,
            },
            PowensJsonContext.Default.PowensPagePowensDocument,
            cancellationToken);

    /// <summary>GET …/documents/{id}/file [inferred]: opens it; the body is read as it is saved.</summary>
    public async Task<FileDownload> OpenAsync(string userId, string documentId, CancellationToken cancellationToken)
    {
        ApiRequest request = new()
        {
            Method = HttpMethod.Get,
            Path = ApiPath.Of($"users/{userId}/documents/{documentId}/file"),
            Operation = "read the document",
            Subject = documentId,
            Scope = PowensScope.User,
        };
        return new(await _transport.OpenAsync(request, cancellationToken).ConfigureAwait(false), _transport.Usage);
    }
}
