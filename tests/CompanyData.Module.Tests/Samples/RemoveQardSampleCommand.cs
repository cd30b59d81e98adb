using System.Management.Automation;
using System.Security;

namespace CompanyData.Module.Tests.Samples;

[Cmdlet(VerbsCommon.Remove, "QardSample", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(string))]
public sealed class RemoveQardSampleCommand : SampleCommandBase<string>
{
    [Parameter(ParameterSetName = "ByName")]
    [Parameter(ParameterSetName = "ByInput", ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    [Parameter]
    public SecureString? Secret { get; set; }
}
