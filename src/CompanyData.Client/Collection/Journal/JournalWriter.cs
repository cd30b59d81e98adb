using System.Text.Json;
using System.Threading.Channels;

namespace CompanyData.Collection;

/// <summary>
/// Appends lines to a journal and flushes each to the disk before its writer continues. Lines of concurrent companies share a flush: all
/// lines that arrived since the last flush are written together.
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

    /// <param name="path">The journal, for error messages.</param>
    /// <param name="file">The journal, open for writing and positioned at its end; disposed with this object.</param>
    /// <param name="first">The line that starts the run. Written separately, before the next one: without it the file is not a journal.</param>
    /// <param name="files">The file system of the journal; null for the local one.</param>
    public JournalWriter(string path, Stream file, JournalLine first, IFileSystem? files = null)
    {
        _path = path;
        _files = files ?? LocalFileSystem.Instance;
        _file = file;
        _loop = Task.Run(() => RunAsync(first));
    }

    /// <summary>Completes when the line is on the disk.</summary>
    /// <exception cref="JournalException">This line or an earlier one cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The journal is closed.</exception>
    public Task AppendAsync(JournalLine line)
    {
        TaskCompletionSource<bool> written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_lines.Writer.TryWrite((line, written)))
        {
            written.SetCanceled();
        }

        return written.Task;
    }

    /// <summary>Writes the pending lines and closes the file.</summary>
    /// <exception cref="JournalException">A line could not be written.</exception>
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
        catch (Exception exception)
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
        while (await _lines.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_lines.Reader.TryRead(out (JournalLine Line, TaskCompletionSource<bool> Written) next))
            {
                lines.Add(next.Line);
                batch.Add(next.Written);
            }

            if (!hasBegun)
            {
                Commit([first], bytes);
                hasBegun = true;
            }

            Commit(lines, bytes);
            foreach (TaskCompletionSource<bool> written in batch)
            {
                if (_failure is { } failure)
                {
                    written.SetException(failure);
                    // Not every caller waits for its line, and Close reports the failure: it must not raise UnobservedTaskException in the host.
                    _ = written.Task.Exception;
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
    /// After any failure, nothing more is written and every append fails with that failure: the file is in the state that a kill would leave,
    /// and can be read.
    /// </summary>
    private void Commit(List<JournalLine> lines, MemoryStream bytes)
    {
        if (_failure is not null)
        {
            return;
        }

        try
        {
            bytes.SetLength(0);
            foreach (JournalLine line in lines)
            {
                JsonSerializer.Serialize(bytes, line, JournalJsonContext.Default.JournalLine);
                bytes.WriteByte((byte)'\n');
            }

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
}
