#pragma warning disable IDE0130 // In the namespace of the pump, its own source finds this class before that of System.Threading.
namespace CompanyData.Pipeline;

/// <summary>One that Coyote controls, and that waits for ever where nobody sets it: a signal that is lost shows as a deadlock.</summary>
internal sealed class ManualResetEventSlim
{
    private readonly object _lock = new();
    private bool _isSet;

    public void Reset()
    {
        lock (_lock)
        {
            _isSet = false;
        }
    }

    public void Set()
    {
        lock (_lock)
        {
            _isSet = true;
            System.Threading.Monitor.PulseAll(_lock);
        }
    }

    public void Wait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        _ = timeout;
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            while (!_isSet)
            {
                System.Threading.Monitor.Wait(_lock);
            }
        }
    }
}
