using System.Management.Automation;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Pipeline;

/// <summary>Output of one input. Thread-safe; everything is written to the pipeline on the pipeline thread.</summary>
public sealed class CommandOutput : IProgress<string>
{
    private const int MaxBatch = 32;

    private readonly InputOutputBuffer _buffer;
    private readonly CancellationToken _cancellationToken;

    internal CommandOutput(InputOutputBuffer buffer, CancellationToken cancellationToken)
    {
        _buffer = buffer;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Writes one object; null is ignored. Waits if the buffer is full.</summary>
    public ValueTask WriteAsync(object? value)
        => value is null ? default : _buffer.WriteAsync(ObjectShaper.Shape(value), _cancellationToken);

    /// <summary>Writes items as they arrive: those that are there together, such as those of a page, in one go.</summary>
    /// <returns>The number of items written.</returns>
    public async Task<int> WriteAllAsync<T>(IAsyncEnumerable<T> items, Func<T, bool>? filter = null)
        where T : class
    {
        int count = 0;
        List<object> ready = [];
        IAsyncEnumerator<T> source = items.GetAsyncEnumerator(_cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            while (true)
            {
                Task<bool> next = source.MoveNextAsync().AsTask();
                if (ready.Count > 0 && (next.Status != TaskStatus.RanToCompletion || ready.Count >= MaxBatch))
                {
                    await Task.WhenAll(_buffer.WriteBatchAsync(ready, _cancellationToken).AsTask(), next).ConfigureAwait(false);
                    ready.Clear();
                }

                if (!await next.ConfigureAwait(false))
                {
                    break;
                }

                if (filter is null || filter(source.Current))
                {
                    ready.Add(ObjectShaper.Shape(source.Current));
                    count++;
                }
            }
        }

        await _buffer.WriteBatchAsync(ready, _cancellationToken).ConfigureAwait(false);
        return count;
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

    /// <summary>Writes an error in order with the results; a terminating error ends the command there.</summary>
    public ValueTask FailAsync(Exception exception, string prefix, object? target)
    {
        bool isTerminating = ErrorRecords.IsTerminating(exception);
        _buffer.EndsCommand |= isTerminating;
        return _buffer.WriteAsync(StreamRecord.Error(ErrorRecords.From(exception, prefix, target), isTerminating), _cancellationToken);
    }

    /// <summary>Writes a non-terminating error in order with the results.</summary>
    public ValueTask FailAsync(ErrorRecord error) => _buffer.WriteAsync(StreamRecord.Error(error, isTerminating: false), _cancellationToken);

    /// <summary>Runs an action on the pipeline thread after everything written before was passed to the next command.</summary>
    public ValueTask ThenAsync(Action action) => _buffer.WriteAsync(StreamRecord.Then(action), _cancellationToken);

    /// <summary>
    /// Writes a warning before a change and completes when the warning is written: if the warning ends the command, as with
    /// <c>-WarningAction Stop</c>, the change is not sent.
    /// </summary>
    public async Task WarnAsync(string text)
    {
        TaskCompletionSource<bool> written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = _cancellationToken.Register(() => written.TrySetCanceled(_cancellationToken));
        await _buffer.WriteAsync(StreamRecord.Warning(text), _cancellationToken).ConfigureAwait(false);
        await ThenAsync(() => written.TrySetResult(true)).ConfigureAwait(false);
        await written.Task.ConfigureAwait(false);
    }

    public void Warn(string text) => _buffer.WriteAside(StreamRecord.Warning(text));

    /// <summary>Sets the current step, for the progress display.</summary>
    public void Report(string value) => _buffer.Report(value);

    internal void Trace(RequestTrace trace) => _buffer.WriteAside(StreamRecord.Verbose(trace.ToString()));

    internal void Trace(BodyTrace trace) => _buffer.WriteAside(StreamRecord.Debug(trace.ToString()));
}
