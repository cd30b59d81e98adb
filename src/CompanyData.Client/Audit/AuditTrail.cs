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
    private readonly object _gate = new();
    private readonly List<byte[]> _unwritten = [];
    private readonly IFileSystem _files;
    private bool _hasUnwrittenChange;
    private AuditFile? _file;

    public AuditTrail()
        : this(LocalFileSystem.Instance)
    {
    }

    /// <param name="files">Where the log is kept.</param>
    internal AuditTrail(IFileSystem files) => _files = files;

    /// <summary>The file; null while none is kept.</summary>
    public string? Path => _file?.Path;

    /// <summary>The same on all lines until the audit ends; null while none is kept.</summary>
    public string? RunId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>Lines written since then.</summary>
    public long Calls { get; private set; }

    /// <summary>Lines that could not be written yet.</summary>
    public int Unwritten => _unwritten.Count;

    /// <summary>Begins; the file is made where it is not there. Beginning again with the same file changes nothing.</summary>
    /// <param name="path">A whole path.</param>
    /// <param name="maxBytes">A file that has come to this size is put aside, and the log continues in a new one; null for never.</param>
    /// <exception cref="InvalidOperationException">Another file is being written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
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
                throw new InvalidOperationException($"Calls are being written to '{Path}' already.");
            }

            AuditFile file = new(path, maxBytes, _files);
            file.Append([], hasChange: false);
            _file = file;
            RunId = Guid.NewGuid().ToString("N");
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

            string[] lost = [.. _unwritten.Select(line => Encoding.UTF8.GetString(line))];
            _unwritten.Clear();
            _hasUnwrittenChange = false;
            _file = null;
            RunId = null;
            return lost;
        }
    }

    /// <summary>Writes what could not be written before.</summary>
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
    /// Whatever it throws, the line is kept. Not only I/O errors come: .NET reports a file beyond its size limit as an argument out of range.
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
