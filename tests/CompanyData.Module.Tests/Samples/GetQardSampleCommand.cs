using System.Management.Automation;

namespace CompanyData.Module.Tests.Samples;

[Cmdlet(VerbsCommon.Get, "QardSample", ConfirmImpact = ConfirmImpact.Medium)]
internal abstract class GetQardSampleCommand : PSCmdlet;
