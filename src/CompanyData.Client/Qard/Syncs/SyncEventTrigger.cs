using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Triggers a poll once as many events of a user have come as a synchronisation of the kind has.</summary>
/// <param name="events">Where they come from.</param>
/// <param name="userId">The user.</param>
/// <param name="kind">The kind.</param>
internal sealed class SyncEventTrigger(QardSyncEvents events, string userId, string kind) : PollTrigger, IDisposable
{
    /// <summary>A list may show the end a little later than the event.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private const double SoonShare = 0.05;

    /// <summary>Polls until any event shows that the receiver works; each takes twice as long as the one before.</summary>
    private static readonly TimeSpan Unproven = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestUnproven = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Limits of the time between safety polls of a receiver that works. An event may be lost, and a single slow synchronisation must not delay
    /// the polls of all later ones.
    /// </summary>
    private static readonly TimeSpan Proven = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestProven = TimeSpan.FromHours(6);
    private const double ProvenFactor = 2;

    private readonly object _lock = new();
    private TaskCompletionSource<bool> _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;
    private bool _isDue;

    public string UserId => userId;

    public void Count()
    {
        lock (_lock)
        {
            _count++;
            if (_count >= (events.EventsOf(kind) ?? 1))
            {
                _isDue = true;
                _signal.TrySetResult(true);
            }
        }
    }

    /// <remarks>
    /// The range of <paramref name="typical"/> narrows to the shortest duration if every end is found at the first poll, as it is with events. The
    /// safety polls therefore go by the longest.
    /// </remarks>
    public override TimeSpan? NextPoll(TimeSpan elapsed, TypicalDuration? typical)
    {
        lock (_lock)
        {
            if (_isDue)
            {
                return Max(Soon, Share(elapsed, SoonShare));
            }
        }

        TimeSpan safety = Share(Max(events.LongestOf(kind), typical?.High ?? TimeSpan.Zero), ProvenFactor) - elapsed;
        return events.HasReceived ? Max(Proven, safety < LongestProven ? safety : LongestProven)
            : typical?.High > TimeSpan.Zero ? null
            : Max(Unproven, elapsed < LongestUnproven ? elapsed : LongestUnproven);
    }

    public override Task WaitAsync()
    {
        lock (_lock)
        {
            return _signal.Task;
        }
    }

    public override void OnPolled(bool hasEnded, TimeSpan elapsed)
    {
        lock (_lock)
        {
            if (hasEnded && _count > 0)
            {
                events.Learn(kind, _count, elapsed);
            }
            else if (_signal.Task.IsCompleted)
            {
                // Without knowing how many come, the next event says when to poll; else the list is late.
                _isDue = events.EventsOf(kind) is not null;
                _signal = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    public void Dispose() => events.Unsubscribe(this);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Share(TimeSpan time, double share) => TimeSpan.FromTicks((long)(time.Ticks * share));
}
