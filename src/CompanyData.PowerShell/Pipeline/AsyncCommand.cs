using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.RegularExpressions;
using CompanyData.Transport;

namespace CompanyData.Pipeline;

/// <summary>
/// Base of all cmdlets that call a service. A cmdlet declares its parameters and one asynchronous method; this class runs the method
/// off the pipeline thread, once per input, and writes its output on the pipeline thread in the order of the input.
/// </summary>
public abstract class AsyncCommand : PSCmdlet, IDisposable
{
    /// <summary>
    /// The engine sets a pipeline variable when an object is written. While inputs are processed concurrently, the variable of an earlier command
    /// would belong to a later input than the result does, so inputs are then processed one by one.
    /// </summary>
    private static readonly Regex PipelineVariable = new(@"\s-(pv|pipelinev\w*)[\s:]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopped;
    private OrderedPump? _pump;
    private ProgressMeter? _progress;
    private bool _showsVerbose;
    private bool _showsDebug;
    private bool _usesPipelineVariable;
    private OutageWarnings? _outages;

    protected AsyncCommand() => _stopped = _stop.Token;

    /// <summary>Prefix of error ids, such as <c>Qard</c>.</summary>
    protected abstract string ErrorPrefix { get; }

    /// <summary>Maximum number of inputs processed concurrently.</summary>
    protected virtual int Concurrency => 1;

    /// <summary>Target object for error records.</summary>
    protected virtual object? Target => null;

    /// <summary>
    /// The change that this input makes, in the imperative, such as <c>Remove the Qard user 'x' with all its data</c>; null for reads.
    /// Passed to ShouldProcess on the pipeline thread, before anything is scheduled.
    /// </summary>
    protected virtual string? Change => null;

    /// <summary>Validates one input on the pipeline thread, where paths and variables can be resolved.</summary>
    /// <exception cref="ArgumentException">The input is invalid; it becomes a non-terminating error.</exception>
    protected virtual void Prepare()
    {
    }

    /// <summary>Whether results keep the order of the input; otherwise they are written as they complete.</summary>
    protected virtual bool KeepsOrder => true;

    /// <summary>Whether to process this validated input; otherwise it is skipped silently.</summary>
    protected virtual bool ShouldProcessInput() => true;

    /// <summary>Adds details of the cmdlet to a progress record.</summary>
    /// <param name="record">The record, with the number of inputs done and in progress.</param>
    /// <param name="running">Number of inputs in progress.</param>
    protected virtual void Describe(ProgressRecord record, int running)
    {
    }

    /// <summary>Whether this command reports an invalid input; otherwise it is skipped silently.</summary>
    protected virtual bool ReportsInvalidInput() => true;

    /// <summary>Processes one input. Runs on a copy of this command, so that its parameters do not change.</summary>
    protected abstract Task RunAsync(CommandOutput output, CancellationToken cancellationToken);

    protected override void BeginProcessing()
    {
        _showsVerbose = IsStreamShown("Verbose");
        _showsDebug = IsStreamShown("Debug");
        _usesPipelineVariable = MyInvocation.BoundParameters.ContainsKey("PipelineVariable")
            || (MyInvocation.ExpectingInput && PipelineVariable.IsMatch(PipelineText));
        _progress = new ProgressMeter(this, MyInvocation.MyCommand?.Name ?? GetType().Name, Describe);
        _pump = new OrderedPump(new CmdletOutput(this, _progress), KeepsOrder, _stopped);
        _outages = new OutageWarnings(_pump.Warn);
    }

    protected sealed override void ProcessRecord() => TranslateCancellation(ProcessInputs);

    /// <summary>Processes what the engine has bound: one input, unless the command reads its inputs elsewhere.</summary>
    protected virtual void ProcessInputs() => ProcessInput();

    protected void ProcessInput()
    {
        try
        {
            Prepare();
        }
        catch (ArgumentException exception)
        {
            if (!ReportsInvalidInput())
            {
                return;
            }

            ErrorRecord error = ErrorRecords.InvalidInput(exception, ErrorPrefix, Target);
            Schedule(output => output.FailAsync(error).AsTask());
            return;
        }

        if (!ShouldProcessInput())
        {
            return;
        }

        if (Change is { } change && !ShouldProcess(change, $"{change}?", "Confirm"))
        {
            return;
        }

        // The engine binds the next input to this instance while this input is still being processed.
        AsyncCommand item = (AsyncCommand)MemberwiseClone();
        Schedule(output => item.RunGuardedAsync(output));
    }

    /// <summary>The text of the whole pipeline, which may have several lines; the invocation itself only has the line of this command.</summary>
    private string PipelineText
        => $"{MyInvocation.Line} {Runspace.DefaultRunspace?.Debugger?.GetCallStack().FirstOrDefault()?.Position?.Text}";

    protected override void EndProcessing() => TranslateCancellation(() =>
    {
        _pump!.Finish();
        _progress!.Complete();
    });

    protected override void StopProcessing() => _stop.Cancel();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Cancel();
            _stop.Dispose();
        }
    }

    /// <summary>Whether the lines of a stream are shown; otherwise they are not created, which saves time per request.</summary>
    private bool IsStreamShown(string stream)
    {
        if (MyInvocation.BoundParameters.TryGetValue(stream, out object? given))
        {
            return LanguagePrimitives.IsTrue(given);
        }

        return LanguagePrimitives.TryConvertTo(GetVariableValue($"{stream}Preference"), out ActionPreference preference)
            && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }

    private void Schedule(Func<CommandOutput, Task> work) => _pump!.Start(buffer => work(new CommandOutput(buffer, _stopped)), _usesPipelineVariable ? 1 : Concurrency);

    private async Task RunGuardedAsync(CommandOutput output)
    {
        CallScope.Current = new()
        {
            Command = MyInvocation.MyCommand?.Name,
            OnRequest = _showsVerbose ? output.Trace : null,
            OnBody = _showsDebug ? output.Trace : null,
            OnOutage = _outages!.OnNotice,
        };
        try
        {
            await RunAsync(output, _stopped).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // The pipeline was stopped, so nothing waits for the result.
        }
        catch (Exception exception)
        {
            await TryFailAsync(output, exception).ConfigureAwait(false);
        }
    }

    private async Task TryFailAsync(CommandOutput output, Exception exception)
    {
        try
        {
            await output.FailAsync(exception, ErrorPrefix, Target).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The pipeline was stopped before the error could be written.
        }
    }

    private void TranslateCancellation(Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
