using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Commands.Qard;

/// <summary>Waits until Qard has read a tax return that was handed in.</summary>
[Cmdlet(VerbsLifecycle.Wait, "QardTaxReturnInput")]
[OutputType(typeof(QardTaxReturnInput))]
public sealed class WaitQardTaxReturnInputCommand : QardPipelineCommand
{
    /// <summary>The user's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The user's id.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public string UserId { get; set; } = string.Empty;

    /// <summary>The input's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The input's id.", Position = 1, ValueFromPipelineByPropertyName = true)]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TaxReturnInputCompleter))]
    public string InputId { get; set; } = string.Empty;

    /// <summary>Maximum time to wait, in seconds or as a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    protected override int DefaultThrottleLimit => 256;

    protected override object? Target => InputId;

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        output.Report($"{InputId}: {ProcessStatusText.Finished}");
        await output.WriteAsync(await qard.TaxReturnInputs.WaitAsync((UserId, InputId), Timeout, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
