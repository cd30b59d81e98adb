using System.Collections.Concurrent;
using System.Threading.Channels;

namespace CompanyData.Pipeline;

/// <summary>What one item of work has to say, in its order. A lane that nobody reads yet fills up and then holds its work back.</summary>
internal sealed class Lane(Action signal)
{
    private const int Capacity = 512;

    private readonly Channel<object> _records = Channel.CreateBounded<object>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Lines that must never wait: they are written ahead of the records.</summary>
    private readonly ConcurrentQueue<StreamRecord> _asides = new();

    public string? Status { get; private set; }

    /// <summary>Everything has been written and read.</summary>
    public bool IsDone => _records.Reader.Completion.IsCompleted && _asides.IsEmpty;

    public ValueTask WriteAsync(object record, CancellationToken cancellationToken)
    {
        if (_records.Writer.TryWrite(record))
        {
            signal();
            return default;
        }

        return WriteSlowlyAsync(record, cancellationToken);
    }

    public void WriteAside(StreamRecord record)
    {
        _asides.Enqueue(record);
        signal();
    }

    public void Report(string status) => Status = status;

    public void Complete()
    {
        _records.Writer.Complete();
        signal();
    }

    public bool TryRead(out object record)
    {
        if (_asides.TryDequeue(out StreamRecord? aside))
        {
            record = aside;
            return true;
        }

        return _records.Reader.TryRead(out record!);
    }

    private async ValueTask WriteSlowlyAsync(object record, CancellationToken cancellationToken)
    {
        await _records.Writer.WriteAsync(record, cancellationToken).ConfigureAwait(false);
        signal();
    }
}
