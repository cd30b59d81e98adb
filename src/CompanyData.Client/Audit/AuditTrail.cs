using System.Diagnostics;
using System.Text;

namespace CompanyData.Audit;

/// <summary>
/// Appends one line for each call to a file, as soon as the call has ended. The file is opened for each line and locked against other
/// writers meanwhile, so several processes may write to the same file and anybody may read it. A line that cannot be written is kept, its
/// call fails, and no further call is sent until the line has been written. A line about a change survives a power failure. Safe to use
/// from any thread.
/// </summary>
public sealed class AuditTrail
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(2);

    private readonly object _gate = new();
    private readonly List<byte[]> _unwritten = [];
    private readonly IFileSystem _files;
    private bool _hasUnwrittenChange;

    public AuditTrail()
        : this(LocalFileSystem.Instance)
    {
    }

    /// <param name="files">Where the log is kept.</param>
    internal AuditTrail(IFileSystem files) => _files = files;

    /// <summary>The file; null while none is kept.</summary>
    public string? Path { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>Lines written since then.</summary>
    public long Calls { get; private set; }

    /// <summary>Lines that could not be written yet.</summary>
    public int Unwritten => _unwritten.Count;

    /// <summary>Begins; the file is made where it is not there. Beginning again with the same file changes nothing.</summary>
    /// <param name="path">A whole path.</param>
    /// <exception cref="InvalidOperationException">Another file is being written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Start(string path)
    {
        lock (_gate)
        {
            if (Path == path)
            {
                return;
            }

            if (Path is not null)
            {
                throw new InvalidOperationException($"Calls are being written to '{Path}' already.");
            }

            Append(path, []);
            Path = path;
            StartedAt = DateTime.UtcNow;
            Calls = 0;
        }
    }

    /// <summary>Ends, whatever happens.</summary>
    /// <returns>The lines that could not be written.</returns>
    public IReadOnlyList<string> Stop()
    {
        lock (_gate)
        {
            try
            {
                Flush();
            }
            catch (Exception)
            {
                // The caller gets the lines.
            }

            string[] lost = [.. _unwritten.Select(line => Encoding.UTF8.GetString(line).TrimEnd())];
            _unwritten.Clear();
            _hasUnwrittenChange = false;
            Path = null;
            return lost;
        }
    }

    /// <summary>Writes what could not be written before.</summary>
    internal void Flush()
    {
        lock (_gate)
        {
            if (Path is not null && _unwritten.Count > 0)
            {
                Append(Path, [.. _unwritten.SelectMany(line => line)]);
                Calls += _unwritten.Count;
                _unwritten.Clear();
                _hasUnwrittenChange = false;
            }
        }
    }

    /// <remarks>
    /// Whatever it throws, the line is kept. Not only I/O errors come: .NET reports a file beyond its size limit as an argument out of range.
    /// </remarks>
    internal void Write(AuditRecord record)
    {
        lock (_gate)
        {
            if (Path is not null)
            {
                _unwritten.Add(record.ToLine());
                _hasUnwrittenChange |= record.Method != "GET";
                Flush();
            }
        }
    }

    private void Append(string path, byte[] lines)
    {
        using Stream file = Open(path);
        long end = file.Seek(0, SeekOrigin.End);
        try
        {
            // Somebody may have been stopped in the middle of a line.
            if (end > 0 && lines.Length > 0)
            {
                file.Position = end - 1;
                if (file.ReadByte() != '\n')
                {
                    file.WriteByte((byte)'\n');
                }
            }

            file.Write(lines, 0, lines.Length);
            if (_hasUnwrittenChange)
            {
                _files.FlushToDisk(file);
            }
        }
        catch
        {
            file.SetLength(end);
            throw;
        }
    }

    /// <summary>Opens the file with its lock; waits while somebody else writes a line.</summary>
    /// <exception cref="IOException">It cannot be opened, or another writer held it for too long.</exception>
    private Stream Open(string path)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            if (_files.TryOpenForWriting(path, FileShare.ReadWrite) is { } file)
            {
                return file;
            }

            if (waited.Elapsed > LockTimeout)
            {
                throw new IOException($"Another process keeps '{path}' locked.");
            }

            Thread.Sleep(5);
        }
    }
}
