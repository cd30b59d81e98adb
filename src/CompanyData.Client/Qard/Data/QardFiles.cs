using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Reads documents by <c>file_id</c>.</summary>
public sealed class QardFiles
{
    private readonly ApiTransport _transport;

    internal QardFiles(ApiTransport transport) => _transport = transport;

    /// <summary>GET /file/{fileId} [seen]. The body is read when the file is saved.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotFound"/> if the file does not exist.</exception>
    public Task<FileDownload> OpenAsync(string fileId, CancellationToken cancellationToken) => _transport.OpenFileAsync(
        new ApiRequest { Method = HttpMethod.Get, Path = ApiPath.Create($"file/{fileId}"), Operation = "read the file", Subject = fileId, Accept = "*/*" },
        cancellationToken);
}
