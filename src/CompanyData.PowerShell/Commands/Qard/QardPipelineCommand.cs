using System.Management.Automation;

namespace CompanyData.Commands.Qard;

/// <summary>A Qard command that takes its input from the pipeline.</summary>
public abstract class QardPipelineCommand : QardCommand
{
    /// <summary>How many inputs are worked on side by side; results keep the order of the input.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; }

    /// <summary>Reads run four at a time, changes one by one.</summary>
    protected virtual int DefaultThrottleLimit => Change is null ? 4 : 1;

    protected sealed override int Concurrency => ThrottleLimit > 0 ? ThrottleLimit : DefaultThrottleLimit;
}
