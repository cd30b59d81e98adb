namespace CompanyData.Files;

/// <summary>File system for journals and audit logs, which must survive a crash. Simulations replace it with a failing disk.</summary>
internal interface IFileSystem
{
    /// <summary>Opens a file for reading that may be open for writing elsewhere.</summary>
    Stream OpenForReading(string path);

    /// <summary>Opens or creates a file for a single writer. It is unbuffered, so that a failed write is not repeated on close.</summary>
    /// <param name="path">The file; a new file is readable only by its owner.</param>
    /// <param name="share">Access that others may have to the file.</param>
    /// <returns>Null if another writer has the file open.</returns>
    Stream? TryOpenForWriting(string path, FileShare share);

    /// <summary>Writes all data to the disk, so that it survives a power failure.</summary>
    void FlushToDisk(Stream file);
}
