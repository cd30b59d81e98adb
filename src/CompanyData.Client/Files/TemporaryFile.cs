namespace CompanyData.Files;

/// <summary>A file for what does not fit into memory. Nobody else can read it, and it is gone with the process, however that ends.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile()
    {
        string path = Path.Combine(Path.GetTempPath(), $"companydata-{Guid.NewGuid():N}.tmp");
        Stream = PrivateFile.CreateTemporary(path);
        if (Path.DirectorySeparatorChar == '/')
        {
            // Unix keeps the content as long as it is open; Windows deletes the file when the handle is closed.
            File.Delete(path);
        }
    }

    public FileStream Stream { get; }

    public void Dispose() => Stream.Dispose();
}
