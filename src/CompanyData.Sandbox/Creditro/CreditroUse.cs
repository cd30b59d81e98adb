using CompanyData.Sandbox.Creditro.Inferred;

namespace CompanyData.Sandbox.Creditro;

/// <summary>A client's usage: its calls of the last minute, and the responses of its magic customer so far.</summary>
internal sealed class CreditroUse(SandboxOptions options)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly object _gate = new();
    private readonly Queue<DateTimeOffset> _calls = new();
    private DateTimeOffset? _throttledUntil;
    private int _burst;

    /// <summary>Counts a call if the quota allows it.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            var now = options.Time.GetUtcNow();
            while (_calls.Count > 0 && _calls.Peek() <= now - Minute)
            {
                _calls.Dequeue();
            }

            if (options.CreditroQuota == 0)
            {
                return true;
            }

            var hasRoom = _calls.Count < options.CreditroQuota;
            if (hasRoom)
            {
                _calls.Enqueue(now);
            }

            return hasRoom;
        }
    }

    /// <summary>Whether the throttled customer has waited long enough since its first call.</summary>
    public bool HasWaited()
    {
        lock (_gate)
        {
            var now = options.Time.GetUtcNow();
            _throttledUntil ??= now + CreditroDefaults.ThrottledTime;
            return now >= _throttledUntil;
        }
    }

    /// <summary>Whether the next call of a burst fails.</summary>
    public bool IsInBurst()
    {
        lock (_gate)
        {
            _burst = (_burst + 1) % (CreditroDefaults.BurstLength + 1);
            return _burst != 0;
        }
    }
}
