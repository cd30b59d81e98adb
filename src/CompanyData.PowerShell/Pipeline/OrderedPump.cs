using System.Collections.Concurrent;

namespace CompanyData.Pipeline;

/// <summary>
/// Runs work concurrently off the pipeline thread and writes its output on the pipeline thread, in the order in which the work was
/// started or as it arrives. All members except <see cref="Warn"/> must be called on the pipeline thread.
/// </summary>
#pragma warning disable CA1001 // The event never allocates a wait handle, so there is nothing to dispose; late work may still set it.
internal sealed class OrderedPump(IPumpOutput output, bool keepsOrder, CancellationToken cancellationToken)
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(250);

    private readonly LinkedList<InputOutputBuffer> _buffers = new();
    private readonly Queue<(InputOutputBuffer Buffer, Func<InputOutputBuffer, Task> Work)> _waiting = new();
    private readonly ConcurrentQueue<string> _warnings = new();
    private readonly ManualResetEventSlim _signal = new();
    private int _running;
    private bool _isEnding;

    /// <summary>Schedules work and returns when more can be accepted.</summary>
    /// <param name="work">The work; must not throw and must observe cancellation.</param>
    /// <param name="limit">Maximum number of concurrent work items.</param>
    public void Start(Func<InputOutputBuffer, Task> work, int limit)
    {
        WaitForRoom(limit);
        InputOutputBuffer buffer = new(_signal.Set);
        _buffers.AddLast(buffer);
        lock (_waiting)
        {
            _waiting.Enqueue((buffer, work));
            if (_running < limit)
            {
                _running++;
                _ = Task.Run(WorkAsync);
            }
        }

        WaitForRoom(limit);
    }

    /// <summary>Writes a warning of the whole command as soon as possible, out of order. Thread-safe.</summary>
    public void Warn(string text)
    {
        _warnings.Enqueue(text);
        _signal.Set();
    }

    /// <summary>Waits for all work and writes its output.</summary>
    public void Finish() => PumpUntil(() => _buffers.Count == 0);

    /// <summary>
    /// Writes output until the number of unfinished buffers is below the limit. It counts finished and not yet started work too, so that one
    /// slow item does not accumulate the results of all following ones. A limit of 1 waits until everything is written.
    /// </summary>
    private void WaitForRoom(int limit)
    {
        int window = (4 * limit) - 3;
        PumpUntil(() => _buffers.Count < window);
    }

    /// <summary>Runs queued work until none is left, independent of the pipeline thread, which may be busy in a downstream command.</summary>
    private async Task WorkAsync()
    {
        while (TryTake(out InputOutputBuffer buffer, out Func<InputOutputBuffer, Task> work))
        {
            try
            {
                await work(buffer).ConfigureAwait(false);
            }
            finally
            {
                buffer.Complete();
            }

            if (buffer.EndsCommand)
            {
                // All earlier work has started, so this error will be written; later work will never be written.
                lock (_waiting)
                {
                    _isEnding = true;
                }
            }
        }
    }

    private bool TryTake(out InputOutputBuffer buffer, out Func<InputOutputBuffer, Task> work)
    {
        lock (_waiting)
        {
            if (_waiting.Count > 0 && !_isEnding)
            {
                (buffer, work) = _waiting.Dequeue();
                return true;
            }

            _running--;
            (buffer, work) = (null!, null!);
            return false;
        }
    }

    private void PumpUntil(Func<bool> isEnough)
    {
        while (true)
        {
            _signal.Reset();
            Drain();
            if (isEnough())
            {
                // Cancelled work leaves its buffers empty, too, and must not count as completed.
                cancellationToken.ThrowIfCancellationRequested();
                return;
            }

            _signal.Wait(ProgressInterval, cancellationToken);
            output.ShowProgress(_buffers, Volatile.Read(ref _running));
        }
    }

    private void Drain()
    {
        WriteWarnings();
        LinkedListNode<InputOutputBuffer>? node = _buffers.First;
        while (node is not null)
        {
            InputOutputBuffer buffer = node.Value;
            buffer.IsWatched = true;
            while (buffer.TryRead(out object record))
            {
                cancellationToken.ThrowIfCancellationRequested();
                output.Write(record);
            }

            LinkedListNode<InputOutputBuffer>? next = node.Next;
            if (buffer.IsDone)
            {
                _buffers.Remove(node);
                output.CountDone();
            }
            else if (keepsOrder)
            {
                return;
            }

            node = next;
        }

        // Warnings of the work that has just ended.
        WriteWarnings();
    }

    private void WriteWarnings()
    {
        while (_warnings.TryDequeue(out string? warning))
        {
            output.WriteWarning(warning);
        }
    }
}
