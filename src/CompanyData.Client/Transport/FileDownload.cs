using System.Net.Http.Headers;

namespace CompanyData.Transport;

/// <summary>A file on its way. It becomes visible under its name only when it is whole.</summary>
public sealed class FileDownload : IDisposable
{
    /// <summary>No document is that large: a body without an end, or one that unpacks to far more than came, must not fill the disk.</summary>
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

    /// <summary>The name that the service suggests, without any folder; null where it suggests none that a file can have.</summary>
    public string? SuggestedName
    {
        get
        {
            ContentDispositionHeaderValue? disposition = _response.Content.Headers.ContentDisposition;
            string? name = (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"', ' ');
            return name is null ? null : SafeFileName.From(name);
        }
    }

    /// <summary>The suggested name, or else one made of the file's id, which may come from the service as well.</summary>
    public string NameFor(string id) => SuggestedName ?? SafeFileName.From($"{id.Replace('/', '_').Replace('\\', '_')}.bin") ?? "file.bin";

    /// <summary>Another name in the same folder: <c>act.pdf</c> and <c>7</c> give <c>act (7).pdf</c>.</summary>
    public static string AddToName(string path, string id)
        => Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, SafeFileName.Add(Path.GetFileName(path), id.Replace('/', '_').Replace('\\', '_')));

    /// <summary>In bytes, where told.</summary>
    public long? Length => _response.Content.Headers.ContentLength;

    /// <summary>Writes it beside the target under a temporary name and then gives it its own. A body that breaks is asked for again.</summary>
    /// <param name="path">The target.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced.</param>
    /// <param name="cancellationToken">Ends it; nothing is left behind.</param>
    /// <exception cref="IOException">The target exists already, or cannot be written.</exception>
    /// <exception cref="ApiException">
    /// The body broke off or brought nothing for as long as an attempt may take, as often as a request is repeated.
    /// </exception>
    public async Task SaveAsync(string path, bool overwrite, CancellationToken cancellationToken)
    {
        try
        {
            await PrivateFile.SaveAsync(path, overwrite, target => CopyAsync(target, cancellationToken)).ConfigureAwait(false);
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

    /// <returns>False where its body broke and may be asked for again.</returns>
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
            throw _transport.FailBody(_request, ApiErrorKind.InvalidResponse, $"the file was cut off: {source.BytesRead} of {length} bytes came", tries);
        }
    }

    /// <summary>Files take as long as they take, but something has to come within the time of an attempt.</summary>
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
            string reason = $"after {source.BytesRead} bytes nothing came for {_transport.AttemptTimeout.TotalSeconds:0.###} seconds";
            throw _transport.FailBody(_request, ApiErrorKind.Timeout, reason, tries);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            string reason = $"the connection broke after {source.BytesRead} bytes: {exception.GetBaseException().Message}";
            throw _transport.FailBody(_request, ApiErrorKind.Network, reason, tries);
        }
    }
}
