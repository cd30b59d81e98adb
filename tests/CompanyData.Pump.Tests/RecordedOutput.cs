using CompanyData.Pipeline;

namespace CompanyData.Pump.Tests;

/// <summary>Keeps what a pump writes and what it tells. An action in place of an object runs instead.</summary>
internal sealed class RecordedOutput : IPumpOutput
{
    public List<object> Written { get; } = [];

    public Action OnWarning { get; set; } = () => { };

    /// <summary>Number of inputs of which everything was written.</summary>
    public int Done { get; private set; }

    /// <summary>Number of inputs in progress, each time the pump waited.</summary>
    public List<int> Running { get; } = [];

    public void Write(object record)
    {
        if (record is Action action)
        {
            action();
            return;
        }

        Written.Add(record);
    }

    public void WriteWarning(string text)
    {
        Written.Add(text);
        OnWarning();
    }

    public void CountDone() => Done++;

    public void ShowProgress(IEnumerable<InputOutputBuffer> buffers, int running)
    {
        _ = buffers.Count(buffer => !buffer.IsDone);
        Running.Add(running);
    }
}
