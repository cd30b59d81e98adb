using System.Collections.Concurrent;

namespace CompanyData.Pipeline;

/// <summary>
/// Bounded output buffer of one input; applies back-pressure when full. Work fills one list while the pump reads the other, so that they meet
/// once per batch, where a channel would have them meet at each record.
/// </summary>
internal sealed class InputOutputBuffer(Action signal)
{
    private const int Capacity = 512;

    private readonly object _lock = new();

    /// <summary>Records that the pump has not taken yet.</summary>
    private List<object> _written = [];

    /// <summary>Records that the pump has taken, from <see cref="_next"/> on not read yet; used by the pump only.</summary>
    private List<object> _taken = [];

    private int _next;

    /// <summary>Number of records that were written and not read yet.</summary>
    private int _count;

    /// <summary>Completes when there may be room; null if nobody waits for it.</summary>
    private TaskCompletionSource<bool>? _room;
    private ConcurrentQueue<object>? _asides;
    private volatile bool _isComplete;
    private volatile bool _isWatched;

    /// <summary>Whether the pump is reading this buffer and wants to be signalled; the pump sets it before it reads.</summary>
    public bool IsWatched { get => _isWatched; set => _isWatched = value; }

    public string? Status { get; private set; }

    /// <summary>Whether the output contains a terminating error, so that no further input needs to be started.</summary>
    public bool EndsCommand { get; set; }

    /// <summary>Whether everything was written and read.</summary>
    public bool IsDone => _isComplete && Volatile.Read(ref _count) == 0 && _asides is not { IsEmpty: false };

    public ValueTask WriteAsync(object record, CancellationToken cancellationToken) => WriteBatchAsync([record], cancellationToken);

    /// <summary>Writes several records with one signal. They are not split: there may be a batch more than the buffer holds.</summary>
    public ValueTask WriteBatchAsync(IReadOnlyCollection<object> records, CancellationToken cancellationToken)
        => TryWrite(records, out Task room) ? default : WriteSlowlyAsync(records, room, cancellationToken);

    /// <summary>Adds a line that must never wait; it is written before the records.</summary>
    public void WriteAside(object record)
    {
        LazyInitializer.EnsureInitialized(ref _asides, static () => new())!.Enqueue(record);
        Signal();
    }

    public void Report(string status) => Status = status;

    public void Complete()
    {
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

        if (_next == _taken.Count)
        {
            Take();
        }

        if (_next == _taken.Count)
        {
            record = null!;
            return false;
        }

        record = _taken[_next++];
        if (Interlocked.Decrement(ref _count) < Capacity && Volatile.Read(ref _room) is not null)
        {
            MakeRoom();
        }

        return true;
    }

    private void Take()
    {
        _taken.Clear();
        _next = 0;
        lock (_lock)
        {
            (_taken, _written) = (_written, _taken);
        }
    }

    private void MakeRoom()
    {
        TaskCompletionSource<bool>? room;
        lock (_lock)
        {
            (room, _room) = (_room, null);
        }

        room?.SetResult(true);
    }

    /// <param name="records">The records.</param>
    /// <param name="room">If not written, completes when there may be room.</param>
    private bool TryWrite(IReadOnlyCollection<object> records, out Task room)
    {
        lock (_lock)
        {
            if (Volatile.Read(ref _count) >= Capacity)
            {
                _room ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                room = _room.Task;

                // The pump must see _room before its last record is counted, or nobody would complete it.
                Interlocked.MemoryBarrier();
                if (Volatile.Read(ref _count) >= Capacity)
                {
                    return false;
                }
            }

            _written.AddRange(records);
            Interlocked.Add(ref _count, records.Count);
        }

        room = Task.CompletedTask;
        Signal();
        return true;
    }

    private async ValueTask WriteSlowlyAsync(IReadOnlyCollection<object> records, Task room, CancellationToken cancellationToken)
    {
        do
        {
            await room.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
        while (!TryWrite(records, out room));
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
