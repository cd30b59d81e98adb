using System.Net.Http.Headers;
using System.Text;

namespace CompanyData.Transport;

/// <summary>A file on its way. It becomes visible under its name only when it is whole.</summary>
public sealed class FileDownload : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly UsageCounter _usage;

    internal FileDownload(HttpResponseMessage response, UsageCounter usage)
    {
        _response = response;
        _usage = usage;
    }

    /// <summary>The name that the service suggests, without any folder; null where it suggests none that a file can have.</summary>
    public string? SuggestedName
    {
        get
        {
            ContentDispositionHeaderValue? disposition = _response.Content.Headers.ContentDisposition;
            string? name = (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"', ' ');
            return name is null ? null : SafeName(name);
        }
    }

    /// <summary>In bytes, where told.</summary>
    public long? Length => _response.Content.Headers.ContentLength;

    /// <summary>Writes it beside the target under a temporary name and then gives it its own.</summary>
    /// <param name="path">The target.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced.</param>
    /// <param name="cancellationToken">Ends it; nothing is left behind.</param>
    /// <exception cref="IOException">The target exists already, or cannot be written.</exception>
    public async Task SaveAsync(string path, bool overwrite, CancellationToken cancellationToken)
    {
        if (!overwrite && File.Exists(path))
        {
            throw new IOException($"The file '{path}' exists already.");
        }

        string partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            using (Stream source = await _response.Content.OpenAsync(cancellationToken).ConfigureAwait(false))
            using (MeteredStream metered = new(source, long.MaxValue))
            using (FileStream target = PrivateFile.Open(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous))
            {
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

            if (overwrite && File.Exists(path))
            {
                File.Delete(path);
            }

            File.Move(partial, path);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public void Dispose() => _response.Dispose();

    /// <summary>Only the last part of a path, without what a file system or a terminal might take amiss.</summary>
    private static string? SafeName(string name)
    {
        string last = name.Split('/', '\\').Last();
        char[] invalid = [.. Path.GetInvalidFileNameChars(), .. "<>:\"|?*"];
        string safe = new([.. last.Where(c => !invalid.Contains(c) && !char.IsControl(c))]);
        safe = Shortened(safe.TrimStart().TrimEnd('.', ' '));
        return safe.Trim('.').Length == 0 ? null : safe;
    }

    /// <summary>File systems take some 255 bytes, and the temporary name is longer than the file's own.</summary>
    private static string Shortened(string name)
    {
        const int LongestName = 180;
        const int LongestExtension = 16;
        string extension = Path.GetExtension(name);
        extension = extension.Length > LongestExtension ? string.Empty : extension;
        string stem = name.Substring(0, name.Length - extension.Length);
        while (Encoding.UTF8.GetByteCount(stem) + Encoding.UTF8.GetByteCount(extension) > LongestName)
        {
            int last = stem.Length - 1;
            stem = stem.Substring(0, last > 0 && char.IsSurrogatePair(stem[last - 1], stem[last]) ? last - 1 : last);
        }

        return (stem + extension).TrimEnd('.', ' ');
    }
}
