using System.Runtime.CompilerServices;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>Reads and adds documents of registrations.</summary>
public sealed class QontoRegistrationFiles
{
    private readonly ApiTransport _transport;
    private readonly QontoRequests _requests;

    internal QontoRegistrationFiles(ApiTransport transport, QontoRequests requests)
    {
        _transport = transport;
        _requests = requests;
    }

    /// <summary>GET …/files [docs].</summary>
    public async IAsyncEnumerable<QontoRegistrationFile> ListAsync(string registrationId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (QontoRegistrationFile file in _requests.ReadAsync(
            ApiPath.Create($"register/registrations/{registrationId}/files"),
            "list the files",
            registrationId,
            QontoJsonContext.Default.QontoPageQontoRegistrationFile,
            file => file.Id,
            cancellationToken).ConfigureAwait(false))
        {
            file.RegistrationId = registrationId;
            yield return file;
        }
    }

    /// <summary>GET …/files/{fileId} [docs].</summary>
    public async Task<QontoRegistrationFile> GetAsync(string registrationId, string fileId, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Get(ApiPath.Create($"register/registrations/{registrationId}/files/{fileId}"), "read the file", fileId);
        QontoRegistrationFile file = _requests.Unwrap(
            request,
            await _transport.SendAsync(request, QontoJsonContext.Default.QontoEnvelopeQontoRegistrationFile, cancellationToken).ConfigureAwait(false));
        file.RegistrationId = registrationId;
        return file;
    }

    /// <summary>DELETE …/files/{fileId} [docs]: a file is replaced by removing it first.</summary>
    public Task RemoveAsync(string registrationId, string fileId, CancellationToken cancellationToken)
        => _transport.RemoveAsync(ApiPath.Create($"register/registrations/{registrationId}/files/{fileId}"), "remove the file", fileId, cancellationToken);

    /// <summary>POST …/files [docs], streamed. After a failure that may have taken effect, checks whether the file was added.</summary>
    public async Task<QontoRegistrationFile> AddAsync(string registrationId, QontoUpload upload, CancellationToken cancellationToken)
    {
        ApiRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = ApiPath.Create($"register/registrations/{registrationId}/files"),
            Operation = "add the file",
            Subject = upload.Path,
            Safety = RequestSafety.Create,
            Timeout = TimeSpan.FromMinutes(10),
            CreateContent = upload.CreateContent,
        };
        IReadOnlyList<QontoRegistrationFile> known = await FindAsync(registrationId, upload, cancellationToken).ConfigureAwait(false);
        QontoRegistrationFile file = await GuardedCreate.RunAsync(
            _transport,
            async token => _requests.Unwrap(
                request, await _transport.SendAsync(request, QontoJsonContext.Default.QontoEnvelopeQontoRegistrationFile, token).ConfigureAwait(false)),
            async token => GuardedCreate.Appeared(await FindAsync(registrationId, upload, token).ConfigureAwait(false), known),
            upload.Path,
            $"Check with: Get-QontoRegistrationFile {registrationId}",
            cancellationToken).ConfigureAwait(false);
        file.RegistrationId = registrationId;
        return file;
    }

    private async Task<IReadOnlyList<QontoRegistrationFile>> FindAsync(string registrationId, QontoUpload upload, CancellationToken cancellationToken)
        => (await ListAsync(registrationId, cancellationToken).ReadAllAsync().ConfigureAwait(false))
            .FindAll(file => file.FileType == upload.FileType && file.StakeholderId == upload.StakeholderId);
}
