using System.Management.Automation;
using CompanyData.Completion;

namespace CompanyData.Commands.Qonto;

/// <summary>A Qonto command for one registration per input.</summary>
public abstract class QontoRegistrationCommand : QontoPipelineCommand
{
    /// <summary>The registration's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The registration's id.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegistrationCompleter))]
    public string RegistrationId { get; set; } = string.Empty;

    protected override object? Target => RegistrationId;
}
