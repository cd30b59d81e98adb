using System.Net.Http.Headers;

namespace CompanyData.Transport;

/// <summary>A file on its way. It becomes visible under its name only when it is whole.</summary>
public sealed class FileDownload : IDisposable
{
    /// <summary>No document is that large: a body without an end, or one that unpacks to far more than came, must not fill the disk.</summary>
    internal const long MaxBytes = 1024L * 1024 * 1024;

    private readonly HttpResponseMessage _response;
    private readonly UsageCounter _usage;
    private readonly long _maxBytes;

    internal FileDownload(HttpResponseMessage response, UsageCounter usage, long maxBytes = MaxBytes)
    {
        _response = response;
        _usage = usage;
        _maxBytes = maxBytes;
    }

    /// <summary>The name that the service suggests, without any folder; null where it suggests none that a file can have.</summary>
    public string? SuggestedName
    {
        get
        {
            ContentDispositionHeaderValue? disposition = _response.Content.Headers.ContentDisposition;
            string? name = (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"', ' ');
            return name is null ? null : FileName.Of(name);
        }
    }

    /// <summary>The suggested name, or else one made of the file's id, which may come from the service as well.</summary>
    public string NameFor(string id) => SuggestedName ?? FileName.Of($"{id.Replace('/', '_').Replace('\\', '_')}.bin") ?? "file.bin";

    /// <summary>In bytes, where told.</summary>
    public long? Length => _response.Content.Headers.ContentLength;

    /// <summary>Writes it beside the target under a temporary name and then gives it its own.</summary>
    /// <param name="path">The target.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced.</param>
    /// <param name="cancellationToken">Ends it; nothing is left behind.</param>
    /// <exception cref="IOException">The target exists already, or cannot be written.</exception>
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

    private async Task CopyAsync(FileStream target, CancellationToken cancellationToken)
    {
        using Stream source = await _response.Content.OpenAsync(cancellationToken).ConfigureAwait(false);
        using MeteredStream metered = new(source, _maxBytes);
        await metered.CopyToAsync(target, 81920, cancellationToken).ConfigureAwait(false);
        _usage.CountBytes(metered.BytesRead);
        if (metered.BytesRead == 0)
        {
            throw new IOException("The service sent an empty file.");
        }

        if (Length is { } length && metered.BytesRead < length)
        {
            throw new IOException($"The file was cut off: {metered.BytesRead} of {length} bytes came.");
        }
    }

    public void Dispose() => _response.Dispose();
}
