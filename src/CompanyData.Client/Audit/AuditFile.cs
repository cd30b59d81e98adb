using System.Diagnostics;
using System.Globalization;
using System.Text;
using CompanyData.Files;

namespace CompanyData.Audit;

/// <summary>
/// Writes an audit log. Each line has its number and the hash of the previous line. The files are opened for each write, under the lock of
/// the seal, so that several processes can write to one log, it can always be read, and it can be moved at any time.
/// </summary>
/// <param name="path">Path of the log.</param>
/// <param name="maxBytes">Size in bytes from which the file is rotated: renamed to include the number of its last line; null for never.</param>
/// <param name="files">The file system.</param>
internal sealed class AuditFile(string path, long? maxBytes, IFileSystem files)
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(2);

    public string Path => path;

    /// <summary>Appends all records or none. Creates the file if it does not exist, even without records.</summary>
    /// <param name="records">JSON objects without line feeds.</param>
    /// <param name="hasChange">Whether a record is about a change; if so, the records are flushed to survive a power failure.</param>
    /// <exception cref="IOException">The file cannot be written, or another writer held the lock for too long.</exception>
    /// <exception cref="UnauthorizedAccessException">Write access is denied.</exception>
    public void Append(IReadOnlyList<byte[]> records, bool hasChange)
    {
        if (Directory.Exists(path))
        {
            throw new UnauthorizedAccessException($"'{path}' is a folder.");
        }

        using Stream seal = Open(AuditSeal.PathOf(path));
        AuditLink? sealedAt = AuditSeal.Read(seal);
        Stream log = Open(path);
        try
        {
            (AuditLink last, bool isTorn) = LastOf(log, sealedAt);
            if (records.Count > 0 && log.Length >= maxBytes)
            {
                log.Dispose();
                File.Move(path, AsideName(last.Number));
                log = Open(path);
                isTorn = false;
            }

            Write(log, seal, last, isTorn, records, hasChange);
        }
        finally
        {
            log.Dispose();
        }
    }

    private void Write(Stream log, Stream seal, AuditLink last, bool isTorn, IReadOnlyList<byte[]> records, bool hasChange)
    {
        using MemoryStream lines = new();
        if (isTorn && records.Count > 0)
        {
            // Another writer was interrupted in the middle of its line.
            lines.WriteByte((byte)'\n');
        }

        foreach (byte[] record in records)
        {
            byte[] line = Chain(record, last);
            last = new AuditLink(last.Number + 1, Sha256.Hash(line));
            lines.Write(line, 0, line.Length);
            lines.WriteByte((byte)'\n');
        }

        long end = log.Seek(0, SeekOrigin.End);
        try
        {
            log.Write(lines.GetBuffer(), 0, (int)lines.Length);
            if (hasChange)
            {
                files.FlushToDisk(log);
            }

            AuditSeal.Write(seal, last);
        }
        catch
        {
            log.SetLength(end);
            throw;
        }
    }

    private static byte[] Chain(byte[] record, AuditLink last)
    {
        string chain = $",\"line\":{(last.Number + 1).ToString(CultureInfo.InvariantCulture)},\"previous\":\"{last.Hash}\"}}";
        return [.. record.AsSpan(0, record.Length - 1).ToArray(), .. Encoding.ASCII.GetBytes(chain)];
    }

    /// <summary>Returns the last line of the file, complete or not; for a new file the line in the seal.</summary>
    private static (AuditLink Last, bool IsTorn) LastOf(Stream log, AuditLink? sealedAt)
    {
        if (log.Length == 0)
        {
            return (sealedAt ?? AuditLink.Start, false);
        }

        byte[] bytes = AuditReader.ReadLastLine(log, out bool isTorn);
        long number = AuditEntry.Parse(bytes)?.Line ?? sealedAt?.Number ?? 0;
        return (new AuditLink(number, Sha256.Hash(bytes)), isTorn);
    }

    private string AsideName(long lastLine) => System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(path) ?? string.Empty,
        $"{System.IO.Path.GetFileNameWithoutExtension(path)}.{lastLine.ToString("D9", CultureInfo.InvariantCulture)}{System.IO.Path.GetExtension(path)}");

    /// <summary>Opens and locks a file; waits while another writer holds the lock.</summary>
    private Stream Open(string file)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            if (files.TryOpenForWriting(file, FileShare.ReadWrite | FileShare.Delete) is { } opened)
            {
                return opened;
            }

            if (waited.Elapsed > LockTimeout)
            {
                throw new IOException($"Another process keeps '{file}' locked.");
            }

            Thread.Sleep(5);
        }
    }
}
