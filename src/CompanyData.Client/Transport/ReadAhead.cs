namespace CompanyData.Transport;

/// <summary>How far a session reads ahead: so many pages are under way before they are needed, whatever is read side by side.</summary>
internal sealed class ReadAhead
{
    /// <summary>With the page that is waited for this makes the six requests that a browser sends one host.</summary>
    public const int Most = 5;

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
