namespace CompanyData.Transport;

/// <summary>A file being downloaded. It appears under its final name only when it is complete.</summary>
public sealed class FileDownload : IDisposable
{
    /// <summary>Maximum size in bytes, after decompression. Stops an endless body or a decompression bomb from filling the disk.</summary>
    internal const long MaxBytes = 1024L * 1024 * 1024;

    private const int BufferSize = 81920;

    private readonly ApiTransport _transport;
    private readonly ApiRequest _request;
    private readonly long _maxBytes;
    private HttpResponseMessage _response;

    internal FileDownload(HttpResponseMessage response, ApiTransport transport, ApiRequest request, long maxBytes = MaxBytes)
    {
        _response = response;
        _transport = transport;
        _request = request;
        _maxBytes = maxBytes;
    }

    /// <summary>The file name from Content-Disposition, without any folder; null if there is none that is valid as a file name.</summary>
    public string? SuggestedName => ContentDisposition.ReadFileName(_response.Content.Headers) is { } name ? SafeFileName.From(name) : null;

    /// <summary>The suggested name, or a name made from the file's id, which is sanitised too because it may come from the service.</summary>
    public string NameFor(string id) => SuggestedName ?? SafeFileName.From($"{id.Replace('/', '_').Replace('\\', '_')}{Extension}") ?? $"file{Extension}";

    /// <summary>The extension that fits the media type.</summary>
    private string Extension => _response.Content.Headers.ContentType?.MediaType?.ToUpperInvariant() switch
    {
        "APPLICATION/PDF" or "APPLICATION/X-PDF" => ".pdf",
        "APPLICATION/ZIP" or "APPLICATION/X-ZIP-COMPRESSED" => ".zip",
        "APPLICATION/JSON" => ".json",
        "APPLICATION/XML" or "TEXT/XML" => ".xml",
        "TEXT/CSV" => ".csv",
        "TEXT/PLAIN" => ".txt",
        "IMAGE/PNG" => ".png",
        "IMAGE/JPEG" => ".jpg",
        "IMAGE/TIFF" => ".tif",
        "APPLICATION/VND.OPENXMLFORMATS-OFFICEDOCUMENT.SPREADSHEETML.SHEET" => ".xlsx",
        "APPLICATION/VND.OPENXMLFORMATS-OFFICEDOCUMENT.WORDPROCESSINGML.DOCUMENT" => ".docx",
        _ => ".bin",
    };

    /// <summary>A different name in the same folder: <c>act.pdf</c> and <c>7</c> give <c>act (7).pdf</c>.</summary>
    public static string AddToName(string path, string id)
        => Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, SafeFileName.Add(Path.GetFileName(path), id.Replace('/', '_').Replace('\\', '_')));

    /// <summary>Size in bytes according to Content-Length; null if not disclosed.</summary>
    public long? Length => _response.Content.Headers.ContentLength;

    /// <summary>Downloads to a temporary file in the target's folder, then renames it. Requests the file again if its body is cut off.</summary>
    /// <param name="path">The target file.</param>
    /// <param name="overwrite">Whether to replace an existing file.</param>
    /// <param name="cancellationToken">Cancels the download; the temporary file is deleted.</param>
    /// <exception cref="IOException">The target already exists or cannot be written.</exception>
    /// <exception cref="ApiException">
    /// The body was cut off, or no data arrived within the attempt time-out, in every attempt.
    /// </exception>
    public async Task SaveAsync(string path, bool overwrite, CancellationToken cancellationToken)
    {
        try
        {
            await PrivateFile.SaveAsync(path, overwrite, target => CopyAsync(target, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            throw new IOException($"The file cannot be saved: {exception.Message}", exception);
        }
    }

    public void Dispose() => _response.Dispose();

    private async Task CopyAsync(FileStream target, CancellationToken cancellationToken)
    {
        for (int tries = 1; !await TryCopyAsync(target, tries, cancellationToken).ConfigureAwait(false); tries++)
        {
            await _transport.Time.Pause(RetryDelay.Compute(tries - 1, retryAfter: null, random: 1), cancellationToken).ConfigureAwait(false);
            _response.Dispose();
            _response = await _transport.OpenAsync(_request, cancellationToken).ConfigureAwait(false);
            target.SetLength(0);
        }
    }

    /// <returns>False if the body failed and the file can be requested again.</returns>
    private async Task<bool> TryCopyAsync(FileStream target, int tries, CancellationToken cancellationToken)
    {
        try
        {
            await CopyAsync(target, tries, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ApiException) when (tries <= _transport.MaxRetries)
        {
            return false;
        }
    }

    private async Task CopyAsync(FileStream target, int tries, CancellationToken cancellationToken)
    {
        using MeteredStream source = new(await _response.Content.OpenAsync(cancellationToken).ConfigureAwait(false), _maxBytes);
        byte[] buffer = new byte[BufferSize];
        try
        {
            int read;
            while ((read = await ReadAsync(source, buffer, tries, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await target.WriteAsync(buffer, 0, read, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _transport.Usage.CountBytes(source.BytesRead);
        }

        if (source.BytesRead == 0)
        {
            throw _transport.FailBody(_request, ApiErrorKind.InvalidResponse, "the service sent an empty file", tries);
        }

        if (Length is { } length && source.BytesRead < length)
        {
            throw _transport.FailBody(_request, ApiErrorKind.InvalidResponse, $"the file was cut off: {source.BytesRead} of {length} bytes arrived", tries);
        }
    }

    /// <summary>A download has no total time-out, but each read must return data within the attempt time-out.</summary>
    private async Task<int> ReadAsync(MeteredStream source, byte[] buffer, int tries, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stalled = _transport.Time.CreateTimeout(_transport.AttemptTimeout);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stalled.Token, cancellationToken);
        try
        {
            return await source.ReadAsync(buffer, 0, buffer.Length, either.Token).ConfigureAwait(false);
        }
        catch (Exception) when (stalled.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            string reason = $"no data arrived for {_transport.AttemptTimeout.TotalSeconds:0.###} seconds after {source.BytesRead} bytes";
            throw _transport.FailBody(_request, ApiErrorKind.Timeout, reason, tries);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            string reason = $"the connection broke after {source.BytesRead} bytes: {Sentences.Open(exception.GetBaseException().Message)}";
            throw _transport.FailBody(_request, ApiErrorKind.Network, reason, tries);
        }
    }
}
