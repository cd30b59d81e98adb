using System.Management.Automation;
using CompanyData.Sessions;

namespace CompanyData.Commands.Audit;

/// <summary>Says where calls are written down, and how many have been; nothing while none are.</summary>
[Cmdlet(VerbsCommon.Get, "CompanyDataAudit")]
[OutputType(typeof(CompanyDataAudit))]
public sealed class GetCompanyDataAuditCommand : PSCmdlet
{
    protected override void EndProcessing()
    {
        if (ProcessAudit.Trail.Path is not null)
        {
            WriteObject(new CompanyDataAudit(ProcessAudit.Trail));
        }
    }
}
