// What the pump's own source, compiled into this project, needs of its surroundings.
#pragma warning disable IDE0130, IDE0065 // The namespaces are those of what is stubbed, so there are several in this file.

namespace System.Management.Automation
{
    /// <summary>Keeps what is written.</summary>
    internal sealed class Cmdlet
    {
        public List<object> Written { get; } = [];

        public void WriteObject(object value) => Written.Add(value);

        public void WriteWarning(string text) => Written.Add(text);
    }
}

namespace CompanyData.Pipeline
{
    using System.Management.Automation;

    internal abstract class StreamRecord
    {
        public abstract void WriteTo(Cmdlet cmdlet);
    }

    internal sealed class ProgressMeter
    {
        public void CountDone()
        {
        }

        public void CountWritten()
        {
        }

        public void Update(IEnumerable<InputOutputBuffer> lanes, int running)
        {
        }
    }

    internal sealed class CommandOutput(InputOutputBuffer lane, CancellationToken cancellationToken)
    {
        public ValueTask WriteAsync(object value) => lane.WriteAsync(value, cancellationToken);

        public void EndCommand() => lane.EndsCommand = true;
    }

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
}
