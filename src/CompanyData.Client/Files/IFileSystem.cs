namespace CompanyData.Files;

/// <summary>Where files lie that have to outlive a process: journals and audit logs. Simulations put a disk in its place that fails.</summary>
internal interface IFileSystem
{
    /// <summary>Opens a file that somebody may be writing to.</summary>
    Stream OpenForReading(string path);

    /// <summary>Opens or creates a file for one writer, without a buffer: a write that failed is not attempted again when it is closed.</summary>
    /// <param name="path">The file. Only its owner may read it.</param>
    /// <param name="share">What others may open it for meanwhile.</param>
    /// <returns>Null where somebody else has it open for writing.</returns>
    Stream? TryOpenForWriting(string path, FileShare share);

    /// <summary>Returns once all that was written to the file would survive a power failure.</summary>
    void FlushToDisk(Stream file);
}
