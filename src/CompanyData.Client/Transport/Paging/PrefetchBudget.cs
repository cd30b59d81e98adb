namespace CompanyData.Transport;

/// <summary>Limits the number of pages that a session prefetches at the same time, across all its lists.</summary>
internal sealed class PrefetchBudget
{
    /// <summary>Maximum number of concurrent page requests, including the page that is awaited; a browser sends as many to one host.</summary>
    public const int MaxPages = 6;

    private int _underWay;

    public bool TryBegin()
    {
        if (Interlocked.Increment(ref _underWay) <= MaxPages)
        {
            return true;
        }

        End();
        return false;
    }

    public void End() => Interlocked.Decrement(ref _underWay);
}
