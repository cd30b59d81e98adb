// What the pump's own source, compiled into this project, needs of its surroundings.
#pragma warning disable IDE0130, IDE0065 // The namespaces are those of what is stubbed, so there are several in this file.

namespace System.Management.Automation
{
    /// <summary>Keeps what is written.</summary>
    internal sealed class Cmdlet
    {
        public List<object> Written { get; } = [];

        public void WriteObject(object value) => Written.Add(value);

        public Action OnWarning { get; set; } = () => { };

        public void WriteWarning(string text)
        {
            Written.Add(text);
            OnWarning();
        }
    }
}

namespace CompanyData.Pipeline
{
    using System.Management.Automation;

    internal abstract class StreamRecord
    {
        public abstract void WriteTo(Cmdlet cmdlet);
    }

    /// <summary>Keeps what it was told.</summary>
    internal sealed class ProgressMeter
    {
        public int Done { get; private set; }

        public int Written { get; private set; }

        /// <summary>How many inputs were under way, each time.</summary>
        public List<int> Running { get; } = [];

        public void CountDone() => Done++;

        public void CountWritten() => Written++;

        public void Update(IEnumerable<InputOutputBuffer> lanes, int running)
        {
            _ = lanes.Count(lane => !lane.IsDone);
            Running.Add(running);
        }
    }

    internal sealed class CommandOutput(InputOutputBuffer lane, CancellationToken cancellationToken)
    {
        public InputOutputBuffer Lane => lane;

        public ValueTask WriteAsync(object value) => lane.WriteAsync(value, cancellationToken);
    }

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
}
