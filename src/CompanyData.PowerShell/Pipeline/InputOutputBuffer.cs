using System.Collections.Concurrent;
using System.Threading.Channels;

namespace CompanyData.Pipeline;

/// <summary>Bounded output buffer of one input; applies back-pressure when full.</summary>
internal sealed class InputOutputBuffer(Action signal)
{
    private const int Capacity = 512;

    private readonly Channel<object> _records = Channel.CreateBounded<object>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    private ConcurrentQueue<object>? _asides;
    private volatile bool _isComplete;
    private volatile bool _isWatched;

    /// <summary>Whether the pump is reading this buffer and wants to be signalled; the pump sets it before it reads.</summary>
    public bool IsWatched { get => _isWatched; set => _isWatched = value; }

    public string? Status { get; private set; }

    /// <summary>Whether the output contains a terminating error, so that no further input needs to be started.</summary>
    public bool EndsCommand { get; set; }

    /// <summary>Whether everything was written and read.</summary>
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

    /// <summary>Adds a line that must never wait; it is written before the records.</summary>
    public void WriteAside(object record)
    {
        LazyInitializer.EnsureInitialized(ref _asides, static () => new())!.Enqueue(record);
        Signal();
    }

    public void Report(string status) => Status = status;

    public void Complete()
    {
        // The channel is not completed, because that would allocate an exception each time.
        _isComplete = true;
        Signal();
    }

    public bool TryRead(out object record)
    {
        if (_asides is { } asides && asides.TryDequeue(out object? aside))
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
        // The write must be visible before reading IsWatched, or a signal could be lost.
        Interlocked.MemoryBarrier();
        if (_isWatched)
        {
            signal();
        }
    }
}
