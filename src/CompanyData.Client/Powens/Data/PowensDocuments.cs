using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Reads documents and their files.</summary>
public sealed class PowensDocuments
{
    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensDocuments(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET /users/{u}/documents, also under transactions, subscriptions and connections [docs].</summary>
    public IAsyncEnumerable<PowensDocument> ListAsync(PowensDocumentFilter filter, CancellationToken cancellationToken)
        => _reader.ReadPagedAsync(
            PowensRequest.Read(filter.Path, "list the documents", filter.TransactionId ?? filter.SubscriptionId ?? filter.ConnectionId ?? filter.UserId),
            PowensJsonContext.Default.PowensPagePowensDocument,
            document => document.Id,
            cancellationToken);

    /// <summary>
    /// Opens a document's file; the body is read when the file is saved. Uses the document's own <c>url</c> if its host is the session's [seen],
    /// otherwise …/documents/{id}/file [inferred]: the token is sent to no other host.
    /// </summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="documentId">The document's id.</param>
    /// <param name="url">The document's own address; null if unknown.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<FileDownload> OpenAsync(string userId, string documentId, string? url, CancellationToken cancellationToken) => _transport.OpenFileAsync(
        PowensRequest.Read(FindOwn(url) ?? ApiPath.Create($"users/{userId}/documents/{documentId}/file"), "read the document", documentId), cancellationToken);

    private string? FindOwn(string? url)
        => !string.IsNullOrWhiteSpace(url) && Uri.TryCreate(_transport.BaseUri, url, out Uri? address) && OriginRules.SameOrigin(address, _transport.BaseUri)
            ? address.AbsoluteUri
            : null;
}
