using CompanyData.Pipeline;

namespace CompanyData.Concurrency.Pump;

/// <summary>Keeps what a pump writes. An action in place of an object runs, as an error that ends the command does.</summary>
internal sealed class RecordedOutput : IPumpOutput
{
    public List<object> Written { get; } = [];

    public void Write(object record)
    {
        if (record is Action action)
        {
            action();
            return;
        }

        Written.Add(record);
    }

    public void WriteWarning(string text) => Written.Add(text);

    public void CountDone()
    {
    }

    public void ShowProgress(IEnumerable<InputOutputBuffer> buffers, int running)
    {
    }
}
