using System.Management.Automation;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Pipeline;

/// <summary>Where an item's work puts what it has; any thread may write. What is written here comes out on the pipeline thread.</summary>
public sealed class CommandOutput : IProgress<string>
{
    private readonly InputOutputBuffer _lane;
    private readonly CancellationToken _cancellationToken;

    internal CommandOutput(InputOutputBuffer lane, CancellationToken cancellationToken)
    {
        _lane = lane;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Writes one object; null is nothing. Waits where the reader is far behind.</summary>
    public ValueTask WriteAsync(object? value)
        => value is null ? default : _lane.WriteAsync(ObjectShaper.Shape(value), _cancellationToken);

    /// <summary>Writes each item as it comes.</summary>
    public async Task WriteAllAsync<T>(IAsyncEnumerable<T> items, Func<T, bool>? filter = null)
        where T : class
    {
        await foreach (T item in items.WithCancellation(_cancellationToken).ConfigureAwait(false))
        {
            if (filter is null || filter(item))
            {
                await WriteAsync(item).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes each item.</summary>
    public async Task WriteAllAsync<T>(IEnumerable<T> items)
        where T : class
    {
        foreach (T item in items)
        {
            await WriteAsync(item).ConfigureAwait(false);
        }
    }

    /// <summary>Writes an error in its place among the results; a refused key ends the command there.</summary>
    public ValueTask FailAsync(Exception exception, string prefix, object? target)
    {
        bool isTerminating = ErrorRecords.IsTerminating(exception);
        _lane.EndsCommand |= isTerminating;
        return _lane.WriteAsync(StreamRecord.Error(ErrorRecords.From(exception, prefix, target), isTerminating), _cancellationToken);
    }

    /// <summary>Writes a non-terminating error in its place among the results.</summary>
    public ValueTask FailAsync(ErrorRecord error) => _lane.WriteAsync(StreamRecord.Error(error, isTerminating: false), _cancellationToken);

    /// <summary>Does something on the pipeline thread once what was written before has been taken by the next command.</summary>
    public ValueTask ThenAsync(Action action) => _lane.WriteAsync(StreamRecord.Then(action), _cancellationToken);

    /// <summary>
    /// Writes a warning about a change in its place among the results, and returns once it has been written: where the caller has it end
    /// the command, as with <c>-WarningAction Stop</c>, the change is not sent.
    /// </summary>
    public async Task WarnAsync(string text)
    {
        TaskCompletionSource<bool> written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = _cancellationToken.Register(() => written.TrySetCanceled(_cancellationToken));
        await _lane.WriteAsync(StreamRecord.Warning(text), _cancellationToken).ConfigureAwait(false);
        await ThenAsync(() => written.TrySetResult(true)).ConfigureAwait(false);
        await written.Task.ConfigureAwait(false);
    }

    public void Warn(string text) => _lane.WriteAside(StreamRecord.Warning(text));

    /// <summary>Says what is being done, for the progress display.</summary>
    public void Report(string value) => _lane.Report(value);

    internal void Trace(RequestTrace trace) => _lane.WriteAside(StreamRecord.Verbose(trace.ToString()));

    internal void Trace(BodyTrace trace) => _lane.WriteAside(StreamRecord.Debug(trace.ToString()));
}
