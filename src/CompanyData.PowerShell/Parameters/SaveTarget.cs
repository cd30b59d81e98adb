using System.Collections.Concurrent;
using System.Management.Automation;
using CompanyData.Transport;

namespace CompanyData.Parameters;

/// <summary>Where a file goes: a folder, where it takes the name that the service suggests, or a file.</summary>
internal sealed class SaveTarget(string target)
{
    public static readonly SaveTarget None = new(string.Empty);

    /// <summary>What this command has saved: the paths, and the id of what each holds.</summary>
    private readonly ConcurrentDictionary<string, string> _saved = new(StringComparer.OrdinalIgnoreCase);

    public string Path { get; } = target;

    /// <exception cref="ArgumentException">The folder does not exist, or is not in the file system.</exception>
    public static SaveTarget Resolve(PSCmdlet cmdlet, string path)
    {
        string full = FilePath.Resolve(cmdlet, path);
        string? folder = Directory.Exists(full) ? full : System.IO.Path.GetDirectoryName(full);
        return Directory.Exists(folder) ? new(full) : throw new ArgumentException($"The folder '{folder}' does not exist.");
    }

    /// <param name="file">What to save.</param>
    /// <param name="id">Its id, which names it where the service suggests no name, and is added to a name that another file has got just now.</param>
    /// <param name="force">Whether a file that is there already is replaced.</param>
    /// <param name="cancellationToken">Ends it; nothing is left behind.</param>
    /// <exception cref="IOException">There is such a file already, or it cannot be written.</exception>
    public Task<FileInfo> SaveAsync(FileDownload file, string id, bool force, CancellationToken cancellationToken)
    {
        string destination = Reserve(Directory.Exists(Path) ? System.IO.Path.Combine(Path, file.NameFor(id)) : Path, id);
        return WriteAsync(destination, force, () => file.SaveAsync(destination, force, cancellationToken));
    }

    /// <param name="path">The file.</param>
    /// <param name="force">Whether a file that is there already is replaced.</param>
    /// <param name="save">Writes it.</param>
    /// <exception cref="IOException">There is such a file already, or it cannot be written.</exception>
    public static async Task<FileInfo> WriteAsync(string path, bool force, Func<Task> save)
    {
        try
        {
            await save().ConfigureAwait(false);
        }
        catch (IOException exception) when (File.Exists(path) && !force)
        {
            throw new IOException($"{exception.Message} Give -Force to replace it.", exception);
        }

        return new FileInfo(path);
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
