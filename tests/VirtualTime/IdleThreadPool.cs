namespace CompanyData.Tests.VirtualTime;

/// <summary>
/// Tells when nothing runs on the thread pool and nothing is about to: all of its threads are held at once, so none runs anything
/// else, and nothing is queued. For that the pool has a fixed number of threads.
/// </summary>
internal static class IdleThreadPool
{
    private static readonly TimeSpan ShortestHold = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(1);

    private static readonly Lock Holding = new();
    private static readonly int Threads = FixSize(Math.Max(4, Environment.ProcessorCount));

    /// <summary>Returns when the pool is idle. Not for threads of the pool.</summary>
    public static void Wait()
    {
        lock (Holding)
        {
            TimeSpan limit = ShortestHold;
            while (!IsIdle(limit))
            {
                // What is held may be what a thread outside waits for; and on a busy machine the threads come late.
                limit = limit < LongestHold ? 2 * limit : LongestHold;
            }
        }
    }

    /// <summary>The same for whoever may be on a thread of the pool.</summary>
    public static Task WaitAsync() => OnOwnThreadAsync(Wait);

    /// <summary>Runs what waits for the pool to be idle: on a thread of the pool it would wait for itself.</summary>
    public static Task OnOwnThreadAsync(Action action) => Task.Factory.StartNew(
        action, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.RunContinuationsAsynchronously, TaskScheduler.Default);

    private static bool IsIdle(TimeSpan limit)
    {
        CountdownEvent toCome = new(Threads);
        ManualResetEventSlim release = new(initialState: false, spinCount: 0);
        for (int i = 0; i < Threads; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    toCome.Signal();
                    release.Wait();
                },
                state: null);
        }

        bool isIdle = toCome.Wait(limit) && ThreadPool.PendingWorkItemCount == 0;
        release.Set();
        return isIdle;
    }

    private static int FixSize(int threads)
    {
        ThreadPool.GetMaxThreads(out _, out int maxCompletion);
        ThreadPool.GetMinThreads(out _, out int minCompletion);
        return ThreadPool.SetMinThreads(threads, minCompletion) && ThreadPool.SetMaxThreads(threads, maxCompletion)
            ? threads
            : throw new InvalidOperationException("The size of the thread pool cannot be fixed.");
    }
}
