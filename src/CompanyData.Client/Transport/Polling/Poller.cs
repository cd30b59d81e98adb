using System.Collections.Concurrent;

namespace CompanyData.Transport;

/// <summary>
/// Polls for all waits of one session until a condition holds or the time-out is over. All waits together poll at most
/// <see cref="MaxPollsPerSecond"/> times a second, in fair turns; waits for the same subject share a poll.
/// </summary>
internal sealed class Poller(TimeProvider time, SessionLifetime? session = null, Func<double>? random = null)
{
    public const int MaxPollsPerSecond = 50;

    /// <summary>Consecutive failures after which a wait fails: a wait of hours should survive a short disturbance.</summary>
    private const int ToleratedFailures = 3;

    /// <summary>Time allowed for the final poll after the time-out.</summary>
    private static readonly TimeSpan FinalPollTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Maximum that a timer supports; a longer time-out is only checked between polls.</summary>
    private static readonly TimeSpan MaxTimer = TimeSpan.FromDays(40);

    /// <summary>An operation that was started longer ago may have ended, so it is polled at once.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(1);

    private readonly PacedQueue _turns = new(time) { Interval = TimeSpan.FromSeconds(1.0 / MaxPollsPerSecond) };

    /// <summary>Duration of the last wait per result type, without waits that were satisfied by the first poll.</summary>
    private readonly ConcurrentDictionary<Type, TimeSpan> _typical = new();

    private readonly ConcurrentDictionary<string, TypicalDuration> _durations = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SharedPoll> _subjects = new(StringComparer.Ordinal);

    /// <summary>What is known of the durations of one kind of operation.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="known">What an earlier session learned; used if this session knows nothing yet.</param>
    public TypicalDuration DurationOf(string kind, TypicalDuration? known = null) => _durations.GetOrAdd(kind, _ => known ?? new TypicalDuration());

    /// <summary>Waits for something that this session did not start.</summary>
    public Task<TResult?> WaitAsync<TSeen, TResult>(
        string subject,
        TimeSpan? timeout,
        Func<CancellationToken, Task<TSeen>> poll,
        Func<TSeen, TResult?> judge,
        CancellationToken cancellationToken)
        where TSeen : class
        where TResult : class
        => WaitAsync(subject, timeout, poll, judge, operation: null, trigger: null, cancellationToken);

    /// <param name="subject">Identifies what is polled; waits with the same subject share polls.</param>
    /// <param name="timeout">Maximum time to wait; null for no limit.</param>
    /// <param name="poll">Reads the current state.</param>
    /// <param name="judge">Returns the result for a state, or null to keep waiting.</param>
    /// <param name="operation">The operation, if this session started it: it is polled when it is expected to end. Null to poll at once.</param>
    /// <param name="trigger">Says when to poll, where something can tell; null to poll by time alone.</param>
    /// <param name="cancellationToken">Cancels this wait; other waits for the subject continue.</param>
    /// <returns>The result, or null if the time-out was reached.</returns>
    /// <exception cref="ApiException">A poll failed permanently, no poll succeeded before the time-out, or the session was closed.</exception>
    public async Task<TResult?> WaitAsync<TSeen, TResult>(
        string subject,
        TimeSpan? timeout,
        Func<CancellationToken, Task<TSeen>> poll,
        Func<TSeen, TResult?> judge,
        StartedOperation? operation,
        PollTrigger? trigger,
        CancellationToken cancellationToken)
        where TSeen : class
        where TResult : class
    {
        CallScope.WaitForRecovery();
        long started = time.GetTimestamp();
        using CancellationTokenSource timer = time.CreateTimeout(timeout is { } given && given < MaxTimer
            ? (given > TimeSpan.Zero ? given : TimeSpan.Zero) + FinalPollTimeout
            : Timeout.InfiniteTimeSpan);
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token, session?.Closed ?? CancellationToken.None);
        SharedPoll shared = Join(subject);
        try
        {
            long seen = started;
            long? seenRunning = null;
            ApiException? failure = null;
            TimeSpan pause = operation is not null && time.GetElapsedTime(operation.StartedAt) < Recent ? Next(operation, trigger) : TimeSpan.Zero;
            for (int failures = 0; ;)
            {
                if (timeout is { } limit && pause > limit - time.GetElapsedTime(started))
                {
                    pause = limit - time.GetElapsedTime(started);
                }

                if (pause > TimeSpan.Zero)
                {
                    await PauseAsync(pause, trigger, deadline.Token).ConfigureAwait(false);
                }

                try
                {
                    (TSeen what, seen) = await shared.PollAsync(seen, poll, _turns, time, deadline.Token).ConfigureAwait(false);
                    TResult? result = judge(what);
                    trigger?.OnPolled(hasEnded: result is not null, time.GetElapsedTime(operation?.StartedAt ?? started));
                    if (result is not null)
                    {
                        Learn<TResult>(operation, started, seenRunning, seen);
                        return result;
                    }

                    failures = 0;
                    seenRunning = seen;
                }
                catch (ApiException exception) when (exception.IsTransient && ++failures < ToleratedFailures)
                {
                    // Polled again after the next delay.
                    failure = exception;
                }

                if (timeout <= time.GetElapsedTime(started))
                {
                    return failure is null || seenRunning is not null ? null : throw failure;
                }

                pause = operation is not null ? Next(operation, trigger)
                    : trigger?.NextPoll(time.GetElapsedTime(started), typical: null)
                    ?? PollSchedule.Next(time.GetElapsedTime(started), _typical.TryGetValue(typeof(TResult), out TimeSpan typical) ? typical : null, random ?? Jitter.Next);
            }
        }
        catch (OperationCanceledException) when (session?.Closed.IsCancellationRequested == true && !cancellationToken.IsCancellationRequested)
        {
            throw session.CreateError("wait", subject);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            Leave(subject, shared);
        }
    }

    private async Task PauseAsync(TimeSpan pause, PollTrigger? trigger, CancellationToken cancellationToken)
    {
        if (trigger is null)
        {
            await time.Pause(pause, cancellationToken).ConfigureAwait(false);
            return;
        }

        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task first = await Task.WhenAny(trigger.WaitAsync(), time.Pause(pause, ended.Token)).ConfigureAwait(false);
        ended.Cancel();
        await first.ConfigureAwait(false);
    }

    private TimeSpan Next(StartedOperation operation, PollTrigger? trigger)
    {
        TimeSpan elapsed = time.GetElapsedTime(operation.StartedAt);
        return trigger?.NextPoll(elapsed, operation.Typical)
            ?? operation.Typical.NextPoll(elapsed, random ?? Jitter.Next) ?? PollSchedule.NextUnknown(elapsed, random ?? Jitter.Next);
    }

    /// <param name="operation">What has ended; null where it was started by another.</param>
    /// <param name="started">When the wait began (a timestamp).</param>
    /// <param name="seenRunning">When it was seen to run last; null where it never was.</param>
    /// <param name="seenEnded">When it was seen to have ended.</param>
    private void Learn<TResult>(StartedOperation? operation, long started, long? seenRunning, long seenEnded)
    {
        if (operation is null)
        {
            if (seenRunning is not null)
            {
                _typical[typeof(TResult)] = time.GetElapsedTime(started);
            }

            return;
        }

        TimeSpan moreThan = seenRunning is { } running ? time.GetElapsedTime(operation.StartedAt, running) : TimeSpan.Zero;
        operation.End(new(moreThan, time.GetElapsedTime(operation.StartedAt, seenEnded)));
    }

    private SharedPoll Join(string name)
    {
        lock (_subjects)
        {
            if (!_subjects.TryGetValue(name, out SharedPoll? subject))
            {
                _subjects.Add(name, subject = new());
            }

            subject.Waits++;
            return subject;
        }
    }

    private void Leave(string name, SharedPoll subject)
    {
        lock (_subjects)
        {
            if (--subject.Waits == 0)
            {
                _subjects.Remove(name);
            }
        }
    }
}
