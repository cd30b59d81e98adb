using System.Text;

namespace CompanyData.Audit;

/// <summary>
/// Appends one line per call to a file when the call has ended. The file is opened and locked for each line, so several processes may
/// write to the same file and it can be read at any time. If a line cannot be written, it is kept, its call fails, and no further call is
/// sent until the line is written. A line about a change survives a power failure. Thread-safe.
/// </summary>
public sealed class AuditTrail
{
    private readonly object _gate = new();
    private readonly List<byte[]> _unwritten = [];
    private readonly IFileSystem _files;
    private bool _hasUnwrittenChange;
    private AuditFile? _file;

    public AuditTrail()
        : this(LocalFileSystem.Instance)
    {
    }

    /// <param name="files">The file system.</param>
    internal AuditTrail(IFileSystem files) => _files = files;

    /// <summary>Path of the log; null while the audit is stopped.</summary>
    public string? Path => _file?.Path;

    /// <summary>Identifies the lines between start and stop; null while the audit is stopped.</summary>
    public string? RunId { get; private set; }

    /// <summary>Time of the last start, UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>Number of lines written since the start.</summary>
    public long Calls { get; private set; }

    /// <summary>Number of lines that could not be written yet.</summary>
    public int Unwritten => _unwritten.Count;

    /// <summary>Starts the audit and creates the file if necessary. Starting again with the same file has no effect.</summary>
    /// <param name="path">Full path of the log.</param>
    /// <param name="maxBytes">Size in bytes from which the file is rotated; null for never.</param>
    /// <exception cref="InvalidOperationException">The audit already writes to another file.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Write access is denied.</exception>
    public void Start(string path, long? maxBytes = null)
    {
        lock (_gate)
        {
            if (Path == path)
            {
                return;
            }

            if (Path is not null)
            {
                throw new InvalidOperationException($"Calls are already being written to '{Path}'.");
            }

            AuditFile file = new(path, maxBytes, _files);
            file.Append([], hasChange: false);
            _file = file;
            RunId = Guid.NewGuid().ToString("N");
            StartedAt = DateTime.UtcNow;
            Calls = 0;
        }
    }

    /// <summary>Stops the audit, even if pending lines cannot be written.</summary>
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

            string[] lost = [.. _unwritten.Select(line => Encoding.UTF8.GetString(line))];
            _unwritten.Clear();
            _hasUnwrittenChange = false;
            _file = null;
            RunId = null;
            return lost;
        }
    }

    /// <summary>Writes pending lines.</summary>
    internal void Flush()
    {
        lock (_gate)
        {
            if (_file is not null && _unwritten.Count > 0)
            {
                _file.Append(_unwritten, _hasUnwrittenChange);
                Calls += _unwritten.Count;
                _unwritten.Clear();
                _hasUnwrittenChange = false;
            }
        }
    }

    /// <remarks>
    /// The line is kept after any exception, not only I/O errors: .NET reports a file beyond its size limit as ArgumentOutOfRangeException.
    /// </remarks>
    internal void Write(AuditRecord record)
    {
        lock (_gate)
        {
            if (_file is not null)
            {
                _unwritten.Add(record.ToJson(RunId!));
                _hasUnwrittenChange |= record.Method != "GET";
                Flush();
            }
        }
    }
}
