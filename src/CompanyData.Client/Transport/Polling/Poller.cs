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

    private readonly PacedQueue _turns = new(time) { Interval = TimeSpan.FromSeconds(1.0 / MaxPollsPerSecond) };

    /// <summary>Duration of the last wait per result type, without waits that were satisfied by the first poll.</summary>
    private readonly ConcurrentDictionary<Type, TimeSpan> _typical = new();

    private readonly Dictionary<string, SharedPoll> _subjects = new(StringComparer.Ordinal);

    /// <param name="subject">Identifies what is polled; waits with the same subject share polls.</param>
    /// <param name="timeout">Maximum time to wait; null for no limit.</param>
    /// <param name="poll">Reads the current state.</param>
    /// <param name="judge">Returns the result for a state, or null to keep waiting.</param>
    /// <param name="cancellationToken">Cancels this wait; other waits for the subject continue.</param>
    /// <returns>The result, or null if the time-out was reached.</returns>
    /// <exception cref="ApiException">A poll failed permanently, no poll succeeded before the time-out, or the session was closed.</exception>
    public async Task<TResult?> WaitAsync<TSeen, TResult>(
        string subject,
        TimeSpan? timeout,
        Func<CancellationToken, Task<TSeen>> poll,
        Func<TSeen, TResult?> judge,
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
            ApiException? failure = null;
            bool hasSeen = false;
            for (int failures = 0; ;)
            {
                try
                {
                    (TSeen what, seen) = await shared.PollAsync(seen, poll, _turns, time, deadline.Token).ConfigureAwait(false);
                    if (judge(what) is { } result)
                    {
                        if (hasSeen)
                        {
                            _typical[typeof(TResult)] = time.GetElapsedTime(started);
                        }

                        return result;
                    }

                    failures = 0;
                    hasSeen = true;
                }
                catch (ApiException exception) when (exception.IsTransient && ++failures < ToleratedFailures)
                {
                    // Polled again after the next delay.
                    failure = exception;
                }

                TimeSpan pause = PollSchedule.Next(
                    time.GetElapsedTime(started), _typical.TryGetValue(typeof(TResult), out TimeSpan typical) ? typical : null, random ?? Jitter.Next);
                if (timeout is { } limit)
                {
                    TimeSpan left = limit - time.GetElapsedTime(started);
                    if (left <= TimeSpan.Zero)
                    {
                        return failure is null || hasSeen ? null : throw failure;
                    }

                    pause = pause < left ? pause : left;
                }

                await time.Pause(pause, deadline.Token).ConfigureAwait(false);
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
