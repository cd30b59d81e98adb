using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Documents that data refers to by <c>file_id</c>.</summary>
public sealed class QardFiles
{
    private readonly ApiTransport _transport;

    internal QardFiles(ApiTransport transport) => _transport = transport;

    /// <summary>GET /file/{fileId} [seen]: opens it; the body is read as it is saved.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.NotFound"/> where there is no such file.</exception>
    public Task<FileDownload> OpenAsync(string fileId, CancellationToken cancellationToken) => _transport.OpenFileAsync(
        new ApiRequest { Method = HttpMethod.Get, Path = ApiPath.Create($"file/{fileId}"), Operation = "read the file", Subject = fileId, Accept = "*/*" },
        cancellationToken);
}
