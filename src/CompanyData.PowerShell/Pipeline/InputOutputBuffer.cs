using System.Collections.Concurrent;
using System.Threading.Channels;

namespace CompanyData.Pipeline;

/// <summary>What one item of work has to say, in its order. A lane that nobody reads yet fills up and then holds its work back.</summary>
internal sealed class InputOutputBuffer(Action signal)
{
    private const int Capacity = 512;

    private readonly Channel<object> _records = Channel.CreateBounded<object>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    private ConcurrentQueue<StreamRecord>? _asides;
    private volatile bool _isComplete;
    private volatile bool _isWatched;

    /// <summary>Whether what it has to say can be written at once; the reader sets it before it looks.</summary>
    public bool IsWatched { get => _isWatched; set => _isWatched = value; }

    public string? Status { get; private set; }

    /// <summary>Its error ends the command, so nothing that has not begun needs to begin.</summary>
    public bool EndsCommand { get; set; }

    /// <summary>Everything has been written and read.</summary>
    public bool IsDone => _isComplete && !_records.Reader.TryPeek(out _) && _asides is not { IsEmpty: false };

    public ValueTask WriteAsync(object record, CancellationToken cancellationToken)
    {
        if (_records.Writer.TryWrite(record))
        {
            Signal();
            return default;
        }

        return WriteSlowlyAsync(record, cancellationToken);
    }

    /// <summary>Takes a line that must never wait: it is written ahead of the records.</summary>
    public void WriteAside(StreamRecord record)
    {
        LazyInitializer.EnsureInitialized(ref _asides, static () => new())!.Enqueue(record);
        Signal();
    }

    public void Report(string status) => Status = status;

    public void Complete()
    {
        // Completing the channel would make an exception each time, for a reader that it does not have.
        _isComplete = true;
        Signal();
    }

    public bool TryRead(out object record)
    {
        if (_asides is { } asides && asides.TryDequeue(out StreamRecord? aside))
        {
            record = aside;
            return true;
        }

        return _records.Reader.TryRead(out record!);
    }

    private async ValueTask WriteSlowlyAsync(object record, CancellationToken cancellationToken)
    {
        await _records.Writer.WriteAsync(record, cancellationToken).ConfigureAwait(false);
        Signal();
    }

    private void Signal()
    {
        // What was just written has to be there before this looks whether somebody waits for it.
        Interlocked.MemoryBarrier();
        if (_isWatched)
        {
            signal();
        }
    }
}
