using System.Collections.Concurrent;
using System.Management.Automation;
using CompanyData.Files;
using CompanyData.Transport;

namespace CompanyData.Parameters;

/// <summary>Target of a download: a file, or a folder, in which the file gets the name suggested by the service.</summary>
internal sealed class SaveTarget(string target)
{
    public static readonly SaveTarget None = new(string.Empty);

    /// <summary>Files saved by this command: paths with the id of their content.</summary>
    private readonly ConcurrentDictionary<string, string> _saved = new(StringComparer.OrdinalIgnoreCase);

    private int _hasSaved;

    public string Path { get; } = target;

    /// <exception cref="ArgumentException">The folder does not exist or is not in the file system.</exception>
    public static SaveTarget Resolve(PSCmdlet cmdlet, string path)
    {
        string full = FilePath.Resolve(cmdlet, path);
        string? folder = Directory.Exists(full) ? full : System.IO.Path.GetDirectoryName(full);
        return Directory.Exists(folder) ? new(full) : throw new ArgumentException($"The folder '{folder}' does not exist.");
    }

    /// <param name="file">The file to save.</param>
    /// <param name="id">Id of the file: its name if the service suggests none, and appended if this command has already used the name.</param>
    /// <param name="force">Whether to replace an existing file.</param>
    /// <param name="cancellationToken">Cancels the download; the temporary file is deleted.</param>
    /// <exception cref="IOException">The file already exists or cannot be written.</exception>
    public Task<FileInfo> SaveAsync(FileDownload file, string id, bool force, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _hasSaved, 1) == 0)
        {
            RemoveStale(Directory.Exists(Path) ? Path : System.IO.Path.GetDirectoryName(Path)!);
        }

        string destination = Reserve(Directory.Exists(Path) ? System.IO.Path.Combine(Path, file.NameFor(id)) : Path, id);
        return WriteAsync(destination, force, () => file.SaveAsync(destination, force, cancellationToken));
    }

    /// <param name="path">The target file.</param>
    /// <param name="force">Whether to replace an existing file.</param>
    /// <param name="save">Writes the file.</param>
    /// <exception cref="IOException">The file already exists or cannot be written.</exception>
    public static async Task<FileInfo> WriteAsync(string path, bool force, Func<Task> save)
    {
        try
        {
            await save().ConfigureAwait(false);
        }
        catch (IOException exception) when (File.Exists(path) && !force)
        {
            throw new IOException($"{exception.Message} Use -Force to replace it.", exception);
        }

        return new FileInfo(path);
    }

    /// <summary>Deletes temporary files that killed processes left in a folder. A folder that cannot be listed stays as it is.</summary>
    public static void RemoveStale(string folder)
    {
        try
        {
            PartialFile.RemoveStale(folder, DateTime.UtcNow);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whoever may write to a folder need not be able to list it.
        }
    }

    private string Reserve(string path, string id)
    {
        string free = path;
        for (int turn = 1; _saved.GetOrAdd(free, id) != id; turn++)
        {
            free = FileDownload.AddToName(path, turn == 1 ? id : $"{id}-{turn}");
        }

        return free;
    }
}
