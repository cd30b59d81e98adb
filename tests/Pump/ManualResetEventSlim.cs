#pragma warning disable CA1001 // The event never makes a wait handle, so there is nothing to dispose.
#pragma warning disable IDE0130 // In the namespace of the pump, its own source finds this class before that of System.Threading.
namespace CompanyData.Pipeline;

/// <summary>One that waits for ever where nobody sets it: a signal that is lost shows.</summary>
internal sealed class ManualResetEventSlim
{
    private readonly System.Threading.ManualResetEventSlim _event = new();

    public void Reset() => _event.Reset();

    public void Set() => _event.Set();

    public void Wait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        _ = timeout;
        _event.Wait(cancellationToken);
    }
}
