namespace CompanyData.Simulation;

/// <summary>
/// Runs the work of one process to its end on the one thread of the pool. While anything can run, time stands still; then the clock leaps
/// to the next timer. The order is the same whenever a world is run.
/// </summary>
internal sealed class Scheduler(WorldClock clock)
{
    /// <summary>No world takes so long; what does never ends.</summary>
    private static readonly TimeSpan MaxVirtualTime = TimeSpan.FromDays(20);

    /// <summary>The thread is blocked for good, or runs in circles without its clock moving.</summary>
    private static readonly TimeSpan MaxRealTime = TimeSpan.FromSeconds(60);

    /// <summary>Runs it until it ends or its process dies.</summary>
    /// <returns>The work, ended; null where the process died before.</returns>
    /// <exception cref="ViolationException">It hangs.</exception>
    public Task? Run(SimulatedProcess process, Func<Task> work)
    {
        // Without spinning: that would take the processor from the one thread which everything runs on.
        using ManualResetEventSlim done = new(initialState: false, spinCount: 0);
        Task? task = null;
        string? hang = null;
        ThreadPool.UnsafeQueueUserWorkItem(
            _ =>
            {
                task = work();
                Turn(null);
            },
            null);
        if (!done.Wait(MaxRealTime))
        {
            throw new ViolationException("no hang", "the only thread is blocked, or runs without end while time stands still");
        }

        return hang is null ? task is { IsCompleted: true } && !process.IsDead ? task : null : throw new ViolationException("no hang", hang);

        void Turn(object? state)
        {
            while (ThreadPool.PendingWorkItemCount == 0)
            {
                if (task!.IsCompleted || process.IsDead)
                {
                    done.Set();
                    return;
                }

                hang = !clock.FireNext() ? "nothing is due any more, and the work has not ended"
                    : clock.Elapsed > MaxVirtualTime ? $"the work has not ended after {clock.Elapsed}"
                    : null;
                if (hang is not null)
                {
                    done.Set();
                    return;
                }
            }

            // Behind what waits.
            ThreadPool.UnsafeQueueUserWorkItem(Turn, null);
        }
    }
}
