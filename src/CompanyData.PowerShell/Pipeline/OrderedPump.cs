using System.Collections.Concurrent;
using System.Management.Automation;

namespace CompanyData.Pipeline;

/// <summary>
/// Runs work side by side off the pipeline thread and writes what it yields on the pipeline thread: in the order in which the
/// work was started, or as it comes. Every member but the work itself and its warnings belongs to the pipeline thread.
/// </summary>
#pragma warning disable CA1001 // The event never makes a wait handle, so there is nothing to dispose; late work may still set it.
internal sealed class OrderedPump(Cmdlet cmdlet, ProgressMeter progress, bool keepsOrder, CancellationToken cancellationToken)
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(250);

    private readonly LinkedList<InputOutputBuffer> _lanes = new();
    private readonly Queue<(InputOutputBuffer InputOutputBuffer, Func<CommandOutput, Task> Work)> _waiting = new();
    private readonly ConcurrentQueue<string> _warnings = new();
    private readonly ManualResetEventSlim _signal = new();
    private int _running;
    private bool _isEnding;

    /// <summary>Has work done once fewer than so many are running, and returns when there is room for more.</summary>
    /// <param name="work">Must not throw, and has to observe the cancellation.</param>
    /// <param name="limit">The most that run side by side.</param>
    public void Start(Func<CommandOutput, Task> work, int limit)
    {
        WaitForRoom(limit);
        InputOutputBuffer lane = new(_signal.Set) { IsWatched = !keepsOrder };
        _lanes.AddLast(lane);
        lock (_waiting)
        {
            _waiting.Enqueue((lane, work));
            if (_running < limit)
            {
                _running++;
                _ = Task.Run(WorkAsync);
            }
        }

        WaitForRoom(limit);
    }

    /// <summary>A warning of the command as a whole: it does not wait for any input's turn. Any thread may give one.</summary>
    public void Warn(string text)
    {
        _warnings.Enqueue(text);
        _signal.Set();
    }

    /// <summary>Writes everything.</summary>
    public void Finish() => PumpUntil(() => _lanes.Count == 0);

    /// <summary>
    /// Writes what there is until there is room. Those that wait for their turn are bounded, finished ones as well as ones that have
    /// not begun, so that one slow item does not pile up the results of all that follow. A limit of 1 waits until all is written.
    /// </summary>
    private void WaitForRoom(int limit)
    {
        int window = (4 * limit) - 3;
        PumpUntil(() => _lanes.Count < window);
    }

    /// <summary>Goes from one piece of work to the next without the pipeline thread, which may be busy with what comes after it.</summary>
    private async Task WorkAsync()
    {
        while (TryTake(out InputOutputBuffer lane, out Func<CommandOutput, Task> work))
        {
            try
            {
                await work(new CommandOutput(lane, cancellationToken)).ConfigureAwait(false);
            }
            finally
            {
                lane.Complete();
            }

            if (lane.EndsCommand)
            {
                // Those before it have begun, so it will be reached; what comes after it never will.
                lock (_waiting)
                {
                    _isEnding = true;
                }
            }
        }
    }

    private bool TryTake(out InputOutputBuffer lane, out Func<CommandOutput, Task> work)
    {
        lock (_waiting)
        {
            if (_waiting.Count > 0 && !_isEnding)
            {
                (lane, work) = _waiting.Dequeue();
                return true;
            }

            _running--;
            (lane, work) = (null!, null!);
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
                // Work that a stop has ended leaves nothing behind either, and must not pass for work that is done.
                cancellationToken.ThrowIfCancellationRequested();
                return;
            }

            _signal.Wait(ProgressInterval, cancellationToken);
            progress.Update(_lanes, Volatile.Read(ref _running));
        }
    }

    private void Drain()
    {
        WriteWarnings();
        LinkedListNode<InputOutputBuffer>? node = _lanes.First;
        while (node is not null)
        {
            InputOutputBuffer lane = node.Value;
            lane.IsWatched = true;
            while (lane.TryRead(out object record))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Write(record);
            }

            LinkedListNode<InputOutputBuffer>? next = node.Next;
            if (lane.IsDone)
            {
                _lanes.Remove(node);
                progress.CountDone();
            }
            else if (keepsOrder)
            {
                return;
            }

            node = next;
        }

        // What the last ones gave before they ended.
        WriteWarnings();
    }

    private void WriteWarnings()
    {
        while (_warnings.TryDequeue(out string? warning))
        {
            cmdlet.WriteWarning(warning);
        }
    }

    private void Write(object record)
    {
        if (record is StreamRecord line)
        {
            line.WriteTo(cmdlet);
            return;
        }

        progress.CountWritten();
        cmdlet.WriteObject(record);
    }
}
