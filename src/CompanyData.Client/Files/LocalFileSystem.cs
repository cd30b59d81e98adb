namespace CompanyData.Files;

/// <summary>The real file system.</summary>
internal sealed class LocalFileSystem : IFileSystem
{
    public static readonly LocalFileSystem Instance = new();

    private LocalFileSystem()
    {
    }

    public Stream OpenForReading(string path) => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    public Stream? TryOpenForWriting(string path, FileShare share)
    {
        FileStream file;
        try
        {
            file = PrivateFile.OpenUnbuffered(path, share);
        }
        catch (IOException exception) when (PrivateFile.IsInUse(exception))
        {
            return null;
        }

        if (FileLock.TryAcquire(file))
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    public void FlushToDisk(Stream file) => ((FileStream)file).Flush(flushToDisk: true);
}
