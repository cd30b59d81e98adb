using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Sessions;

namespace CompanyData.Commands.Audit;

/// <summary>
/// Ends the audit log of this process. It ends in any case; lines that could not be written come as the target of an error, so that they
/// can be kept elsewhere.
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "CompanyDataAudit", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StopCompanyDataAuditCommand : PSCmdlet
{
    protected override void EndProcessing()
    {
        if (ProcessAudit.Trail.Path is not { } path || !ShouldProcess($"End the audit log '{path}'", $"End the audit log '{path}'?", "Confirm"))
        {
            return;
        }

        IReadOnlyList<string> lost = ProcessAudit.Trail.Stop();
        if (lost.Count > 0)
        {
            WriteError(ErrorRecords.Create(
                new IOException($"{lost.Count} line(s) of the audit log '{path}' could not be written."),
                "CompanyDataAuditIncomplete",
                ErrorCategory.WriteError,
                lost,
                "Keep the lines: they are the TargetObject of this error."));
        }
    }
}
