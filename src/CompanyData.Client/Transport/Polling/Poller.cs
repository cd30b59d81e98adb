using System.Collections.Concurrent;

namespace CompanyData.Transport;

/// <summary>
/// The waits of one session: each looks again and again until something is so, or time is up. However many wait, they look no
/// more often than <see cref="MaxPollsPerSecond"/> together, in fair turns, and those that look at the same thing share a look.
/// </summary>
internal sealed class Poller(TimeProvider time, SessionLifetime? session = null, Func<double>? random = null)
{
    public const int MaxPollsPerSecond = 50;

    /// <summary>A wait of hours is not given up for one bad moment of the service.</summary>
    private const int ToleratedFailures = 3;

    /// <summary>When time is up there is one last look; it may take so long.</summary>
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(10);

    /// <summary>What a timer can measure; a longer time-out ends between two looks alone.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    private readonly PacedQueue _turns = new(time) { Interval = TimeSpan.FromSeconds(1.0 / MaxPollsPerSecond) };

    /// <summary>How long the last wait for each kind of thing took, of those that had to wait.</summary>
    private readonly ConcurrentDictionary<Type, TimeSpan> _usual = new();

    private readonly Dictionary<string, SharedPoll> _subjects = new(StringComparer.Ordinal);

    /// <param name="subject">What is looked at; who waits for the same shares the looks.</param>
    /// <param name="timeout">How long to wait; null for as long as it takes.</param>
    /// <param name="look">Fetches what there is to see.</param>
    /// <param name="judge">What to return for what is seen; null to go on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null where time was up.</returns>
    /// <exception cref="ApiException">Looking failed for good, or never succeeded before time was up, or the session was closed.</exception>
    public async Task<TResult?> WaitAsync<TSeen, TResult>(
        string subject,
        TimeSpan? timeout,
        Func<CancellationToken, Task<TSeen>> look,
        Func<TSeen, TResult?> judge,
        CancellationToken cancellationToken)
        where TSeen : class
        where TResult : class
    {
        CallScope.WaitForRecovery();
        long started = time.GetTimestamp();
        using CancellationTokenSource timer = time.CreateTimeout(timeout is { } given && given < LongestTimer
            ? (given > TimeSpan.Zero ? given : TimeSpan.Zero) + LastLook
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
                    (TSeen what, seen) = await shared.LookAsync(seen, look, _turns, time, deadline.Token).ConfigureAwait(false);
                    if (judge(what) is { } result)
                    {
                        if (hasSeen)
                        {
                            _usual[typeof(TResult)] = time.GetElapsedTime(started);
                        }

                        return result;
                    }

                    failures = 0;
                    hasSeen = true;
                }
                catch (ApiException exception) when (exception.IsTransient && ++failures < ToleratedFailures)
                {
                    // Looked at again after the next pause.
                    failure = exception;
                }

                TimeSpan pause = PollSchedule.Next(
                    time.GetElapsedTime(started), _usual.TryGetValue(typeof(TResult), out TimeSpan usual) ? usual : null, random ?? Jitter.Next);
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
