using System.Management.Automation;
using CompanyData.Sessions;

namespace CompanyData.Pipeline;

/// <summary>A service command with pipeline input.</summary>
public abstract class PipelineCommand<TSession, TClient> : ServiceCommand<TSession, TClient>
    where TSession : CompanyDataSession<TClient>
    where TClient : IDisposable
{
    /// <summary>Maximum number of inputs processed concurrently; results keep the order of the input.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int ThrottleLimit { get; set; }

    /// <summary>4 for reads, 1 for changes.</summary>
    protected virtual int DefaultThrottleLimit => Change is null ? 4 : 1;

    protected sealed override int Concurrency => ThrottleLimit > 0 ? ThrottleLimit : DefaultThrottleLimit;
}
