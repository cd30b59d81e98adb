using CompanyData.Pipeline;

namespace CompanyData.Pump.Tests;

/// <summary>A pump on a thread of its own, as a pipeline has. Signals never time out here, so a lost one hangs.</summary>
public abstract class PumpTestBase : IDisposable
{
    /// <summary>Long enough for any machine; there only to end what hangs.</summary>
    private protected static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private protected RecordedOutput Output { get; } = new();

    private protected CancellationTokenSource Stop { get; } = new();

    public void Dispose()
    {
        Stop.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task PumpAsync(Action<OrderedPump> work, bool keepsOrder = true) => Task.Factory.StartNew(
        () => work(new OrderedPump(Output, keepsOrder, Stop.Token)),
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default).WaitAsync(Hang);

    /// <summary>Runs on the pipeline thread, which is busy with it until it returns.</summary>
    private protected Action Busy(Action action) => () =>
    {
        action();
        Output.Write("busy");
    };
}
