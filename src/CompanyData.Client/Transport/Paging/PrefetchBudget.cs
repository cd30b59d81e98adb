namespace CompanyData.Transport;

/// <summary>How far a session reads ahead: so many numbered pages are under way together, whatever is read side by side.</summary>
internal sealed class PrefetchBudget
{
    /// <summary>As many requests as a browser sends one host, the page that is waited for included.</summary>
    public const int Most = 6;

    private int _underWay;

    public bool TryBegin()
    {
        if (Interlocked.Increment(ref _underWay) <= Most)
        {
            return true;
        }

        End();
        return false;
    }

    public void End() => Interlocked.Decrement(ref _underWay);
}
