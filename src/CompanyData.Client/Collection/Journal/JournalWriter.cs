using System.Text.Json;
using System.Threading.Channels;

namespace CompanyData.Collection;

/// <summary>
/// Writes a journal's lines and has each on the disk before its writer goes on. What many companies write at the same time goes
/// there together: one flush for all that has come since the last.
/// </summary>
internal sealed class JournalWriter : IDisposable
{
    private readonly string _path;
    private readonly IFileSystem _files;
    private readonly Stream _file;
    private readonly Channel<(JournalLine Line, TaskCompletionSource<bool> Written)> _lines =
        Channel.CreateUnbounded<(JournalLine, TaskCompletionSource<bool>)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task _loop;
    private volatile JournalException? _failure;

    /// <param name="path">For errors.</param>
    /// <param name="file">Open for writing, at its end; closed with this.</param>
    /// <param name="first">The line that begins the run. It is written before the first that follows, and alone: without it the file is not a journal.</param>
    /// <param name="files">Where that is; null for this machine.</param>
    public JournalWriter(string path, Stream file, JournalLine first, IFileSystem? files = null)
    {
        _path = path;
        _files = files ?? LocalFileSystem.Instance;
        _file = file;
        _loop = Task.Run(() => RunAsync(first));
    }

    /// <summary>Ends once the line is on the disk.</summary>
    /// <exception cref="JournalException">It cannot be written, or one before it could not.</exception>
    /// <exception cref="OperationCanceledException">The journal has been closed.</exception>
    public Task AppendAsync(JournalLine line)
    {
        TaskCompletionSource<bool> written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_lines.Writer.TryWrite((line, written)))
        {
            written.SetCanceled();
        }

        return written.Task;
    }

    /// <summary>Writes what is left.</summary>
    /// <exception cref="JournalException">Some line could not be written.</exception>
    public void Close()
    {
        Dispose();
        if (_failure is { } failure)
        {
            throw failure;
        }
    }

    public void Dispose()
    {
        _lines.Writer.TryComplete();
        _loop.GetAwaiter().GetResult();
        try
        {
            _file.Dispose();
        }
        catch (IOException exception)
        {
            _failure ??= Explain(exception);
        }
    }

    private async Task RunAsync(JournalLine first)
    {
        List<JournalLine> lines = [];
        bool hasBegun = false;
        List<TaskCompletionSource<bool>> batch = [];
        using MemoryStream bytes = new();
        using Utf8JsonWriter json = new(bytes);
        while (await _lines.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_lines.Reader.TryRead(out (JournalLine Line, TaskCompletionSource<bool> Written) next))
            {
                lines.Add(next.Line);
                batch.Add(next.Written);
            }

            if (!hasBegun)
            {
                Commit([first], json, bytes);
                hasBegun = true;
            }

            Commit(lines, json, bytes);
            foreach (TaskCompletionSource<bool> written in batch)
            {
                if (_failure is { } failure)
                {
                    written.SetException(failure);
                }
                else
                {
                    written.SetResult(true);
                }
            }

            lines.Clear();
            batch.Clear();
        }
    }

    /// <summary>
    /// After a failure, whatever it was, nothing more is written and everybody who appends gets that failure: the file ends as a kill would
    /// leave it, and can be read.
    /// </summary>
    private void Commit(List<JournalLine> lines, Utf8JsonWriter json, MemoryStream bytes)
    {
        if (_failure is not null)
        {
            return;
        }

        try
        {
            bytes.SetLength(0);
            lines.ForEach(line => Write(line, json, bytes));
            _file.Write(bytes.GetBuffer(), 0, (int)bytes.Length);
            _files.FlushToDisk(_file);
        }
        catch (Exception exception)
        {
            _failure = Explain(exception);
        }
    }

    private JournalException Explain(Exception exception) => new(
        JournalErrorKind.Unusable,
        _path,
        $"The journal '{_path}' cannot be written: {exception.Message}",
        "Free disk space or restore access, then run again with the same journal.",
        exception);

    private static void Write(JournalLine line, Utf8JsonWriter json, MemoryStream bytes)
    {
        JsonSerializer.Serialize(json, line, JournalJsonContext.Default.JournalLine);
        json.Flush();
        json.Reset();
        bytes.WriteByte((byte)'\n');
    }
}
