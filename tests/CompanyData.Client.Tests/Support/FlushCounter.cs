namespace CompanyData.Client.Tests.Support;

/// <summary>This machine's files; counts how often one of them was brought to the disk itself.</summary>
internal sealed class FlushCounter : IFileSystem
{
    public int Flushes { get; private set; }

    public Stream OpenForReading(string path) => LocalFileSystem.Instance.OpenForReading(path);

    public Stream? TryOpenForWriting(string path, FileShare share) => LocalFileSystem.Instance.TryOpenForWriting(path, share);

    public void FlushToDisk(Stream file)
    {
        Flushes++;
        LocalFileSystem.Instance.FlushToDisk(file);
    }
}
