using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Documents that data refers to by <c>file_id</c>.</summary>
public sealed class QardFiles
{
    private readonly ApiTransport _transport;

    internal QardFiles(ApiTransport transport) => _transport = transport;

    /// <summary>GET /file/{fileId} [seen]: opens it; the body is read as it is saved.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotFound"/> where there is no such file.</exception>
    public async Task<FileDownload> OpenAsync(string fileId, CancellationToken cancellationToken)
        => new(
            await _transport.OpenAsync(ApiRequest.Get(ApiPath.Of($"file/{fileId}"), "read the file", fileId), cancellationToken).ConfigureAwait(false),
            _transport.Usage);
}
