namespace CompanyData.Tests.VirtualTime;

/// <summary>When each timer is due, the earliest first; the fake time provider does not disclose that.</summary>
internal sealed class Schedule
{
    private readonly Lock _lock = new();
    private readonly SortedSet<(DateTimeOffset Due, long Order)> _entries = [];
    private long _order;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count == 0 ? null : _entries.Min.Due;
            }
        }
    }

    /// <summary>Puts an entry in the place of an earlier one of the same timer.</summary>
    public (DateTimeOffset Due, long Order)? Replace((DateTimeOffset Due, long Order)? earlier, DateTimeOffset? due)
    {
        lock (_lock)
        {
            if (earlier is { } entry)
            {
                _entries.Remove(entry);
            }

            if (due is null)
            {
                return null;
            }

            (DateTimeOffset Due, long Order) added = (due.Value, _order++);
            _entries.Add(added);
            return added;
        }
    }
}
