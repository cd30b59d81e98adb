using System.Management.Automation;
using CompanyData.Audit;
using CompanyData.Sessions;

namespace CompanyData.Commands.Audit;

/// <summary>
/// Shows the running audit log; no output without one. With -Path, reads audit logs and emits one object per
/// call, also while the log is being written.
/// </summary>
[Cmdlet(VerbsCommon.Get, "CompanyDataAudit", DefaultParameterSetName = "Current")]
[OutputType(typeof(CompanyDataAudit), ParameterSetName = ["Current"])]
[OutputType(typeof(AuditEntry), ParameterSetName = ["Path", "LiteralPath"])]
public sealed class GetCompanyDataAuditCommand : PSCmdlet
{
    /// <summary>Files of audit logs.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Files of audit logs.", Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Like -Path, but without wildcards.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Files of audit logs.", ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    protected override void BeginProcessing() => NullArguments.Reject(this, "CompanyData");

    protected override void ProcessRecord()
    {
        foreach (string file in FilePath.ResolveEach(this, LiteralPath, Path, "CompanyDataAudit", "CompanyDataAuditNotFound"))
        {
            Read(file);
        }
    }

    protected override void EndProcessing()
    {
        if (ParameterSetName == "Current" && ProcessAudit.Trail.Path is not null)
        {
            WriteObject(new CompanyDataAudit(ProcessAudit.Trail));
        }
    }

    private void Read(string file)
    {
        try
        {
            foreach (AuditEntry entry in AuditLog.Read(file, OnUnreadable))
            {
                WriteObject(entry);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.From(exception, "CompanyDataAudit", file));
        }
    }

    private void OnUnreadable(AuditProblem problem) => WriteError(ErrorRecords.Create(
        new InvalidDataException(problem.Message), "CompanyDataAuditUnreadable", ErrorCategory.InvalidData, problem.Path, "Check the log with Test-CompanyDataAudit."));
}
