using System.Management.Automation;
using CompanyData.Sessions;

namespace CompanyData.Pipeline;

/// <summary>A service command that takes its input from the pipeline.</summary>
public abstract class PipelineCommand<TSession, TClient> : ServiceCommand<TSession, TClient>
    where TSession : CompanyDataSession<TClient>
    where TClient : IDisposable
{
    /// <summary>How many inputs are worked on side by side; results keep the order of the input.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int ThrottleLimit { get; set; }

    /// <summary>Reads run four at a time, changes one by one.</summary>
    protected virtual int DefaultThrottleLimit => Change is null ? 4 : 1;

    protected sealed override int Concurrency => ThrottleLimit > 0 ? ThrottleLimit : DefaultThrottleLimit;
}
