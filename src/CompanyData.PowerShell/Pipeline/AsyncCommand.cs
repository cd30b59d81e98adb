using System.Management.Automation;
using CompanyData.Transport;

namespace CompanyData.Pipeline;

/// <summary>
/// The one base of all commands that call a service. A leaf states its parameters and one asynchronous method; this class runs
/// that method off the pipeline thread, once per input, and brings back what it writes in the order of the input.
/// </summary>
public abstract class AsyncCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopped;
    private OrderedPump? _pump;
    private ProgressMeter? _progress;
    private bool _hearsVerbose;
    private bool _hearsDebug;
    private OutageWarnings? _outages;

    protected AsyncCommand() => _stopped = _stop.Token;

    /// <summary>The prefix of error ids, such as <c>Qard</c>.</summary>
    protected abstract string ErrorPrefix { get; }

    /// <summary>How many inputs are worked on side by side.</summary>
    protected virtual int Concurrency => 1;

    /// <summary>What this input is about, for errors.</summary>
    protected virtual object? Target => null;

    /// <summary>
    /// The change that this input makes, as a sentence in the imperative, such as <c>Remove the Qard user 'x' with all its data</c>;
    /// null for reads. It is put to ShouldProcess on the pipeline thread, before anything is scheduled.
    /// </summary>
    protected virtual string? Change => null;

    /// <summary>Checks one input on the pipeline thread, where paths and variables can be resolved.</summary>
    /// <exception cref="ArgumentException">The input is bad; it becomes an error of this input alone.</exception>
    protected virtual void Prepare()
    {
    }

    /// <summary>Whether results come in the order of the input; else as they end.</summary>
    protected virtual bool KeepsOrder => true;

    /// <summary>Whether this input, checked already, is the command's business; where it is not, it is passed over in silence.</summary>
    protected virtual bool ShouldProcessInput() => true;

    /// <summary>Puts into a progress record what the command knows of its own work.</summary>
    /// <param name="record">Says how many inputs are done, under way and written.</param>
    /// <param name="running">How many inputs are under way.</param>
    protected virtual void Describe(ProgressRecord record, int running)
    {
    }

    /// <summary>Whether a bad input is this command's to report.</summary>
    protected virtual bool ReportsInvalidInput() => true;

    /// <summary>Does the work of one input. It runs on a copy of this command, so the parameters stay as they were bound.</summary>
    protected abstract Task RunAsync(CommandOutput output, CancellationToken cancellationToken);

    protected override void BeginProcessing()
    {
        _hearsVerbose = Hears("Verbose");
        _hearsDebug = Hears("Debug");
        _progress = new ProgressMeter(this, MyInvocation.MyCommand?.Name ?? GetType().Name, Describe);
        _pump = new OrderedPump(this, _progress, KeepsOrder, _stopped);
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

        // The engine binds the next input to this same instance while the work of this one still runs.
        AsyncCommand item = (AsyncCommand)MemberwiseClone();
        Schedule(output => item.RunGuardedAsync(output));
    }

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

    /// <summary>Whether lines of this stream go anywhere: making them for nobody would cost every request.</summary>
    private bool Hears(string stream)
    {
        if (MyInvocation.BoundParameters.TryGetValue(stream, out object? given))
        {
            return LanguagePrimitives.IsTrue(given);
        }

        return LanguagePrimitives.TryConvertTo(GetVariableValue($"{stream}Preference"), out ActionPreference preference)
            && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }

    private void Schedule(Func<CommandOutput, Task> work) => _pump!.Start(work, Concurrency);

    private async Task RunGuardedAsync(CommandOutput output)
    {
        CallScope.Current = new()
        {
            Command = MyInvocation.MyCommand?.Name,
            OnRequest = _hearsVerbose ? output.Trace : null,
            OnBody = _hearsDebug ? output.Trace : null,
            OnOutage = _outages!.OnNotice,
        };
        try
        {
            await RunAsync(output, _stopped).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // Nobody waits for it any more.
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
            // Stopped while the error waited for its turn.
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
