using CompanyData.Files;

namespace CompanyData.Simulation;

/// <summary>The disk as one process sees it.</summary>
internal sealed class SimulatedFileSystem(SimulatedDisk disk, SimulatedProcess process) : IFileSystem
{
    public Stream? TryOpenForWriting(string path, FileShare share)
    {
        FileImage image = disk.Open(path);
        if (image.Writer is { Process.IsDead: false })
        {
            return null;
        }

        return image.Writer = new SimulatedFile(disk, image, process);
    }

    public Stream OpenForReading(string path) => new MemoryStream(disk.Read(path), writable: false);

    public void FlushToDisk(Stream file) => ((SimulatedFile)file).FlushToDisk();
}
