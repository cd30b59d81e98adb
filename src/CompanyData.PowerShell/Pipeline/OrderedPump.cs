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

    private readonly LinkedList<Lane> _lanes = new();
    private readonly ConcurrentQueue<string> _warnings = new();
    private readonly ManualResetEventSlim _signal = new();
    private int _running;

    /// <summary>Starts work; it must not throw, and has to observe the cancellation.</summary>
    public void Start(Func<CommandOutput, Task> work)
    {
        Lane lane = new(_signal.Set);
        _lanes.AddLast(lane);
        Interlocked.Increment(ref _running);
        _ = Task.Run(async () =>
        {
            try
            {
                await work(new CommandOutput(lane, cancellationToken)).ConfigureAwait(false);
            }
            finally
            {
                lane.Complete();
                Interlocked.Decrement(ref _running);
                _signal.Set();
            }
        });
    }

    /// <summary>A warning of the command as a whole: it does not wait for any input's turn. Any thread may give one.</summary>
    public void Warn(string text)
    {
        _warnings.Enqueue(text);
        _signal.Set();
    }

    /// <summary>
    /// Writes what there is until fewer than so many are running. Finished ones that wait for their turn are bounded as well,
    /// so that one slow item does not pile up the results of all that follow. A limit of 1 waits until all is written.
    /// </summary>
    public void WaitForRoom(int limit)
    {
        int window = (4 * limit) - 3;
        PumpUntil(() => Volatile.Read(ref _running) < limit && _lanes.Count < window);
    }

    /// <summary>Writes everything.</summary>
    public void Finish() => PumpUntil(() => _lanes.Count == 0);

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
        LinkedListNode<Lane>? node = _lanes.First;
        while (node is not null)
        {
            Lane lane = node.Value;
            while (lane.TryRead(out object record))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Write(record);
            }

            LinkedListNode<Lane>? next = node.Next;
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
