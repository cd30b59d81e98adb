using System.Runtime.CompilerServices;

namespace CompanyData.Pump.Tests;

/// <summary>Holds whoever awaits it until it is opened.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Opened => _opened.Task;

    public void Open() => _opened.TrySetResult();

    public TaskAwaiter GetAwaiter() => _opened.Task.GetAwaiter();
}
