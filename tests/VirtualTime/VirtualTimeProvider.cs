using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace CompanyData.Tests.VirtualTime;

/// <summary>
/// Time that moves from one timer to the next, each time after everything that runs has come to an end or to its own wait.
/// Without that it would be a race: time could pass before somebody had begun to wait.
/// </summary>
internal sealed class VirtualTimeProvider() : FakeTimeProvider(new DateTimeOffset(2024, 1, 15, 10, 30, 0, TimeSpan.Zero))
{
    private static readonly TimeSpan MaxStandstill = TimeSpan.FromSeconds(90);

    private readonly Lock _moving = new();
    private readonly Schedule _schedule = new();

    /// <summary>Timers that are set.</summary>
    public int TimerCount => _schedule.Count;

    /// <summary>Runs the work and moves time on to whatever is due next, until the work has ended.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        Task<T> running = Task.Run(work);
        await IdleThreadPool.OnOwnThreadAsync(() => MoveUntilEnded(running));
        return await running;
    }

    public Task RunAsync(Func<Task> work) => RunAsync(async () =>
    {
        await work();
        return true;
    });

    /// <summary>Moves time on by so much; what falls due on the way fires at its own time.</summary>
    public Task AdvanceAsync(TimeSpan delta) => IdleThreadPool.OnOwnThreadAsync(() =>
    {
        DateTimeOffset end = GetUtcNow() + delta;
        while (MoveToNext(end, isOver: () => false))
        {
        }

        SetUtcNow(end);
        IdleThreadPool.Wait();
    });

    /// <summary>Waits until everything that runs has come to an end or to its own wait. Time stands still meanwhile.</summary>
    public Task SettleAsync() => IdleThreadPool.WaitAsync();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ScheduledTimer timer = new(this, _schedule, callback, state);
        timer.Start(base.CreateTimer(timer.Fire, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), dueTime, period);
        return timer;
    }

    private void MoveUntilEnded(Task work)
    {
        long moved = Stopwatch.GetTimestamp();
        while (!work.IsCompleted)
        {
            while (MoveToNext(DateTimeOffset.MaxValue, () => work.IsCompleted))
            {
                moved = Stopwatch.GetTimestamp();
            }

            if (!work.IsCompleted)
            {
                AwaitSomethingReal(moved);
            }
        }
    }

    /// <summary>Moves time to the next timer, unless there is none until then or it is over before.</summary>
    private bool MoveToNext(DateTimeOffset latest, Func<bool> isOver)
    {
        lock (_moving)
        {
            IdleThreadPool.Wait();
            if (isOver() || _schedule.NextDue is not { } due || due > latest)
            {
                return false;
            }

            SetUtcNow(due);
            return true;
        }
    }

    // The work waits for no timer, but for a file or a process, say.
    private void AwaitSomethingReal(long moved)
    {
        if (Stopwatch.GetElapsedTime(moved) > MaxStandstill)
        {
            throw new TimeoutException($"The work has not ended and waits for no timer; virtual time is {GetUtcNow():O}.");
        }

        Thread.Sleep(1);
    }
}
