using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Sessions;

namespace CompanyData.Commands.Audit;

/// <summary>
/// Stops the audit of this process in any case. Lines that could not be written are the target object of an error, so that they
/// can be saved elsewhere.
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
                new IOException($"{lost.Count} {(lost.Count == 1 ? "line" : "lines")} of the audit log '{path}' could not be written."),
                "CompanyDataAuditIncomplete",
                ErrorCategory.WriteError,
                lost,
                "Save the lines: they are the TargetObject of this error."));
        }
    }
}
