using System.Management.Automation;

namespace CompanyData.Module.Tests.Samples;

/// <summary>A generic base, as the module's own cmdlets have.</summary>
public abstract class SampleCommandBase<T> : PSCmdlet
{
    [Parameter]
    public int ThrottleLimit { get; set; }

    [Parameter]
    public T? Session { get; set; }

    public string? NoParameter { get; set; }
}
